import {
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLScalarType,
  Kind,
  parse,
  Source,
  validate,
} from "graphql";
import { QueryFailedError, QueryRunnerProviderAlreadyReleasedError } from "typeorm";
import { maskError, maskResult } from "./error-masking.ts";
import { AppError, conflict, forbidden, invalid, limitExceeded, notFound } from "./errors.ts";

function mask(error: GraphQLError) {
  const logged: { details: object; message: string }[] = [];
  const log = {
    error: (details: object, message: string) => logged.push({ details, message }),
  };
  return { shown: maskError(error, { requestId: "req-7", log }), logged };
}

const at = (originalError: Error, path: (string | number)[] = ["organisation", "name"]) =>
  new GraphQLError(originalError.message, { originalError, path });

describe("an error thrown on purpose", () => {
  it.each([
    [invalid("title", "Too long"), { code: "BAD_USER_INPUT", field: "title" }],
    [notFound("Practice", "prc_1"), { code: "NOT_FOUND", type: "Practice", id: "prc_1" }],
    [forbidden(), { code: "FORBIDDEN" }],
    [conflict("Taken", { state: "DRAFT" }), { code: "CONFLICT", state: "DRAFT" }],
    [limitExceeded("Slow down"), { code: "LIMIT_EXCEEDED" }],
  ])("passes with its code, below any layers: %s", (error, extensions) => {
    for (const layers of [
      at(error),
      at(at(error)),
      new GraphQLError("x", { originalError: error }),
    ]) {
      const { shown, logged } = mask(layers);
      expect(shown.message).toBe(error.message);
      expect(shown.extensions).toEqual(extensions);
      expect(shown.path).toEqual(layers.path);
      expect(logged).toEqual([]);
    }
  });

  it("cannot pretend to another code by its details", () => {
    expect(new AppError("NOT_FOUND", "No", { code: "OK" }).extensions["code"]).toBe("NOT_FOUND");
  });
});

describe("a fault of the request", () => {
  it("passes with BAD_USER_INPUT and its place, whatever code a library gave it", () => {
    const document: DocumentNode = parse(new Source("{ nothing }"));
    const nodes = document.definitions;
    const { shown, logged } = mask(new GraphQLError("No such field", { nodes }));
    expect(shown).toEqual({
      message: "No such field",
      locations: [{ line: 1, column: 1 }],
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(logged).toEqual([]);
    const parsing = new GraphQLError("Syntax", { extensions: { code: "GRAPHQL_PARSE_FAILED" } });
    expect(mask(parsing).shown.extensions).toEqual({ code: "BAD_USER_INPUT" });
  });
});

it.each([
  ['Variable "$input" got invalid value "Mars" at "input.timeZone"; No zone', "timeZone"],
  ['Variable "$input" got invalid value "x" at "input.kinds[2].kind"; No', "kinds.2.kind"],
  ['Variable "$zone" got invalid value "at \\"zone.x\\"; no"; No zone', "zone"],
  ['Variable "$input" got invalid value {}; Field "title" of required type "String!" was', "title"],
  [
    'Variable "$i" got invalid value {} at "i.a[0]"; Field "b" is not defined by type "C".',
    "a.0.b",
  ],
  ["Cannot query field", undefined],
])("names the field where the request does not fit: %s", (message, field) => {
  expect(mask(new GraphQLError(message)).shown.extensions).toEqual({
    ...{ code: "BAD_USER_INPUT", ...(field !== undefined && { field }) },
  });
});

it.each([
  ['{ a(input: { zone: "Mars" }) }', "zone"],
  ['{ a(input: { many: [{ zone: "UTC" }, { zone: "Mars" }] }) }', "many.1.zone"],
  ['{ a(zone: "Mars") }', "zone"],
  ['{ a(zones: ["UTC", "Mars"]) }', "zones.1"],
  ['query ($zone: Zone = "Mars") { a(zone: $zone) }', "zone"],
  ["{ a(input: { many: [{}] }) }", "many.0.zone"],
  ["{ b }", undefined],
])("names the field of what is written out: %s", (query, field) => {
  const schema = buildSchema(`scalar Zone input Many { zone: Zone! }
    input Asked { zone: Zone many: [Many!] } type Query { a(input: Asked, zone: Zone, zones: [Zone]): Int }`);
  const zone = schema.getType("Zone") as GraphQLScalarType;
  zone.parseLiteral = (node) => {
    if (node.kind !== Kind.STRING || node.value === "Mars") {
      throw new GraphQLError("No zone", { nodes: node });
    }
    return node.value;
  };
  const document = parse(query, { noLocation: true });
  const [error, ...more] = validate(schema, document);
  expect(more).toEqual([]);
  const log = { error: () => undefined };
  const { extensions } = maskError(error as GraphQLError, { requestId: "r", log, document });
  expect(extensions).toEqual({ code: "BAD_USER_INPUT", ...(field !== undefined && { field }) });
});

describe("a database that cannot work at the moment", () => {
  const refused = (code: string) =>
    new QueryFailedError("INSERT …", [], Object.assign(new Error("could not extend"), { code }));

  it.each<[string, Error, RegExp]>([
    ["full", refused("53100"), /disk is full, and nothing was changed/],
    ["at its limit", refused("53300"), /nothing was changed/],
    ["stopping", refused("57P01"), /same idempotencyKey/],
    ["gone", new Error("Connection terminated unexpectedly"), /same idempotencyKey/],
    ["gone amid", new QueryRunnerProviderAlreadyReleasedError(), /same idempotencyKey/],
    ["not there", Object.assign(new Error("x"), { code: "ECONNREFUSED" }), /same idempotencyKey/],
  ])("is SERVICE_UNAVAILABLE with what to do, and logged in one line: %s", (_, error, sentence) => {
    const { shown, logged } = mask(at(error));
    expect(shown.message).toMatch(sentence);
    expect(shown.extensions).toEqual({ code: "SERVICE_UNAVAILABLE" });
    const details = { reason: error.message, path: ["organisation", "name"], requestId: "req-7" };
    expect(logged).toEqual([{ details, message: shown.message }]);
  });

  it("is not what refuses a statement for what it says", () => {
    for (const code of ["23505", "22001", "42601", "57014"]) {
      expect(mask(at(refused(code))).shown.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
    }
  });
});

describe("anything else", () => {
  it.each([
    ["a TypeError", at(new TypeError("secret"))],
    ["a TypeError below layers", at(at(new TypeError("secret")))],
    ["a GraphQLError of a library", at(new GraphQLError("secret"))],
    ["a null where none may be", new GraphQLError("secret", { path: ["a"] })],
    [
      "an error without a place",
      new GraphQLError("secret", { originalError: new Error("secret") }),
    ],
  ])("is masked with the request id, and logged whole: %s", (_, error) => {
    const { shown, logged } = mask(error);
    expect(JSON.stringify(shown)).not.toContain("secret");
    expect(shown.message).toBe("Internal error");
    expect(shown.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", requestId: "req-7" });
    expect(logged).toMatchObject([
      { message: "unexpected error", details: { requestId: "req-7" } },
    ]);
    expect(logged[0]?.details).toMatchObject({ err: { message: "secret" } });
  });

  it("is masked in a whole result, whose data stays", () => {
    const log = { error: () => undefined };
    const result = { data: { a: null, b: 1 }, errors: [at(new TypeError("secret"), ["a"])] };
    const masked = maskResult(result, { requestId: "req-7", log });
    expect(JSON.parse(JSON.stringify(masked))).toEqual({
      data: { a: null, b: 1 },
      errors: [
        {
          message: "Internal error",
          path: ["a"],
          extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "req-7" },
        },
      ],
    });
    const fine = { data: {} };
    expect(maskResult(fine, { requestId: "req-7", log })).toBe(fine);
  });
});
