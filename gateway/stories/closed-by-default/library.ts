import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { StorySubgraph } from "../open-gateway.ts";

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])

  type Query {
    book(id: ID!): Book
    books(first: Int = 10): Books!
    sum(of: [[Int]]): Int
    influences(budget: Int! = 30, edgeBudget: Int! = 400): Influences
  }

  type Mutation {
    addBook(title: String!): Book!
  }

  type Books {
    nodes: [Book!]!
  }

  type Influences {
    nodes: [Book!]!
    edges: [Influence!]!
    facts: [Fact!]!
  }

  type Influence {
    of: Book
  }

  type Fact {
    text: String
  }

  type Book @key(fields: "id") {
    id: ID!
    title: String!
    sequel: Book
    prequel: Book
    rival: Book
    similar(first: Int = 10): Books!
  }
`;

export interface Library {
  readonly service: StorySubgraph;
  readonly titles: readonly string[];
}

interface Book {
  readonly id: string;
  readonly title: string;
  readonly sequel?: Book;
}

/** One subgraph with a list of books that grows by a mutation. */
export function buildLibrary(): Library {
  const titles = ["Persuasion"];
  const book = (id: string): Book => ({ id, title: titles[0] ?? "" });
  const books = () => ({ nodes: [book("1")] });
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: {
      Query: {
        book: (_: unknown, { id }: { id: string }) => book(id),
        books,
        influences: () => ({ nodes: [], edges: [], facts: [] }),
        sum: (_: unknown, { of }: { of?: number[][] }) => of?.flat().reduce((a, b) => a + b, 0),
      },
      Mutation: {
        addBook: (_: unknown, { title }: { title: string }) => {
          titles.push(title);
          return { id: String(titles.length), title };
        },
      },
      Book: { similar: books, sequel: ({ id }: Book) => book(`${id}.2`) },
    },
  });
  return { service: { name: "library", sdl, schema }, titles };
}
