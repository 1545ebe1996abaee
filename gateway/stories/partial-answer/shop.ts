import { buildSubgraphSchema } from "@apollo/subgraph";
import { conflict, notFound } from "@convene/shared/errors";
import { parse } from "graphql";
import type { StorySubgraph } from "../open-gateway.ts";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])`;

const catalogue = `
  ${LINK}
  type Query {
    product(id: ID!): Product
    products: [Product!]!
    best: Product!
    broken: String
    conflicting: String
  }
  type Mutation {
    rename(id: ID!, name: String!): Product!
  }
  type Product @key(fields: "id") {
    id: ID!
    name: String!
  }
`;

const reviews = `
  ${LINK}
  type Query {
    latest: Review
    all: [Review!]!
    worst: Product!
  }
  type Review @key(fields: "id") {
    id: ID!
    text: String!
    product: Product
    products: [Product]!
  }
  type Product @key(fields: "id") {
    id: ID!
    reviews: [Review!]
    rating: Float
  }
`;

const names = new Map([
  ["1", "Table"],
  ["2", "Chair"],
]);
const product = (id: string) => (names.has(id) ? { id, name: names.get(id) } : null);
const review = { id: "r1", text: "Good", product: { id: "1" } };

const catalogueService = (): StorySubgraph => ({
  name: "catalogue",
  sdl: catalogue,
  schema: buildSubgraphSchema({
    typeDefs: parse(catalogue),
    resolvers: {
      Query: {
        product: (_: unknown, { id }: { id: string }) => product(id),
        products: () => [product("1"), product("2")],
        best: () => product("1"),
        broken: () => {
          throw new Error("password of the database: hunter2");
        },
        conflicting: () => {
          throw conflict("Somebody was faster", { version: 2 });
        },
      },
      Mutation: {
        rename: (_: unknown, { id }: { id: string }) => {
          throw notFound("Product", id);
        },
      },
      Product: { __resolveReference: ({ id }: { id: string }) => product(id) },
    },
  }),
});

const reviewsService = (): StorySubgraph => ({
  name: "reviews",
  sdl: reviews,
  schema: buildSubgraphSchema({
    typeDefs: parse(reviews),
    resolvers: {
      Query: {
        latest: () => ({ ...review, product: { id: "9" } }),
        worst: () => ({ id: "9" }),
        all: () => [review, { ...review, id: "r2", product: { id: "9" } }],
      },
      Review: { products: () => [{ id: "9" }, { id: "2" }] },
      Product: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        reviews: () => [review],
        rating: ({ id }: { id: string }) => {
          if (id === "2") throw new Error("the stars are out");
          return 4.5;
        },
      },
    },
  }),
});

/** Two services; the reviews know products that the catalogue does not have. */
export const shop = (): readonly StorySubgraph[] => [catalogueService(), reviewsService()];
