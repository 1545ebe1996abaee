import { readFile } from "node:fs/promises";
import { PERSONAL } from "@convene/shared/audit/personal";
import { schemaOf } from "@convene/shared/subgraph/print-sdl";
import { buildSchema, printSchema } from "graphql";
import { apiSchemaOf } from "../check/api-schema.ts";
import { freshSchemas } from "../check/schema-files.ts";
import { definitions } from "../runtime/services.ts";
import { permissionGaps, personEdges, untoldPersonal } from "./permission-gaps.ts";
import { permissionTable } from "./permission-table.ts";

const services = Object.values(definitions);
const graph = apiSchemaOf(freshSchemas(services).at(-1)?.text ?? "");
const marked = services.flatMap(
  (service) => schemaOf(service).extensions[PERSONAL] as readonly string[],
);

const library = buildSchema(`
  interface Node { id: ID! }
  type Book implements Node {
    id: ID!
    title: String
    "Where it stands. Null for all who are no librarians."
    shelf: String
    "Null for a book without one."
    author: String
    viewerCanLend: Boolean
  }
  "Who borrows. Only they themselves see it."
  type Reader { name: String loans: [Loan!]! }
  "Only they see it."
  type Loan { until: String }
  type BookConnection { nodes: [Book] }
  type Shelf { readers: [Reader!] }
  type Query { book: Book books: BookConnection shelf: Shelf }
  type Subscription { shelf: Shelf book: Book }
  type Mutation { lendBook: Book returnBook: Book }
`);

const TOLD = [
  { name: "lendBook", isMutation: true },
  { name: "returnBook", isMutation: true },
  { name: "Book", isMutation: false },
  { name: "Book.shelf", isMutation: false },
  { name: "Query.shelf", isMutation: false },
  { name: "Shelf.readers", isMutation: false },
  { name: "Reader.loans", isMutation: false },
  { name: "Subscription.shelf", isMutation: false },
];

const without = (gone: string) => TOLD.filter(({ name }) => name !== gone);

it("finds nothing missing from a table that tells of every mutation and protected field", () => {
  expect(permissionGaps(library, TOLD)).toEqual([]);
});

it.each([
  ["lendBook", "The mutation lendBook has no row in the table of permissions"],
  ["Book", "Book is protected, and has no row in the table of permissions"],
  ["Book.shelf", "Book.shelf is protected, and has no row in the table of permissions"],
  ["Query.shelf", "Query.shelf is protected, and has no row in the table of permissions"],
  ["Reader.loans", "Reader.loans is protected, and has no row in the table of permissions"],
  [
    "Subscription.shelf",
    "Subscription.shelf is protected, and has no row in the table of permissions",
  ],
  ["Shelf.readers", "Shelf.readers is protected, and has no row in the table of permissions"],
])("misses the row of %s", (gone, sentence) => {
  expect(permissionGaps(library, without(gone))).toEqual([sentence]);
});

it.each([
  { name: "burnBook", isMutation: true },
  { name: "Lamp", isMutation: false },
  { name: "Book.owner", isMutation: false },
])("finds the row of $name, which the graph does not have", (row) => {
  expect(permissionGaps(library, [...TOLD, row])).toEqual([
    `The table of permissions tells of ${row.name}, which the graph does not have`,
  ]);
});

it("misses the word of a record that mutations change on whether the viewer may", () => {
  const silent = buildSchema(printSchema(library).replace("viewerCanLend: Boolean", ""));
  expect(permissionGaps(silent, TOLD)).toEqual([
    "Book is changed by mutations, and has no field viewerCan…",
  ]);
});

it("finds no gap in the table of the real graph, and one as soon as a mutation or a record goes", () => {
  const rows = permissionTable(services);
  expect(permissionGaps(graph, rows)).toEqual([]);
  for (const { name } of rows) {
    const others = rows.filter((row) => row.name !== name);
    expect([name, permissionGaps(graph, others)]).toEqual([name, [expect.stringContaining(name)]]);
  }
});

it("tells of every field that the code marks as personal data, or of what leads to it", () => {
  const rows = permissionTable(services);
  expect(untoldPersonal(graph, marked, rows)).toEqual([]);
  const untold = ["Person", "Network.invitations", "Action", "Meeting.actions"];
  const without = rows.filter(({ name }) => !untold.includes(name));
  const missed = untoldPersonal(graph, marked, without);
  expect(missed).toEqual(expect.arrayContaining(["Invitation.email", "Person.name"]));
  expect(missed.filter((name) => !/^(Invitation|Person)\./.test(name))).toEqual([]);
});

it("tells nothing of what stands on a record that is told, but has another way in", () => {
  const told = [{ name: "Book.shelf", isMutation: false }];
  const schema = (more: string) =>
    buildSchema(`type Query { book: Book ${more} } type Book { shelf: Shelf }
      type Shelf { lamp: Lamp } type Lamp { owner: String }`);
  expect(untoldPersonal(schema(""), ["Lamp.owner"], told)).toEqual([]);
  expect(untoldPersonal(schema("lamp: Lamp"), ["Lamp.owner"], told)).toEqual(["Lamp.owner"]);
});

it("marks whatever names somebody, but for what all who see the record are told", () => {
  expect(
    personEdges(graph)
      .filter((name) => !marked.includes(name))
      .sort(),
  ).toEqual([
    "Account.person", // one's own
    "Charter.adoptedBy",
    "MeetingTurn.person",
    "MilestoneChange.by",
    "NetworkMember.person",
    "Role.person",
    "Seat.alternate",
    "Seat.delegate",
    "WorkingGroupTransition.by",
  ]);
});

it("says in the documents of every field that is marked that its reading is recorded", async () => {
  const text = await readFile(new URL("../../../docs/audit.md", import.meta.url), "utf8");
  expect(marked.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
