import { getIntrospectionQuery } from "graphql";
import type { Reply } from "./graph-client.ts";

/** One item of the OWASP GraphQL cheat sheet or of a public scanner, as a request. */
export interface ScannerItem {
  readonly name: string;
  readonly path?: string;
  readonly method?: "GET" | "POST" | "PUT" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** What is wrong with the answer; refused with status 4xx or with errors alone unless told. */
  readonly wrong?: (reply: Reply) => string | null;
}

const JSON_TYPE = { "content-type": "application/json" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(" ");

const nested = (count: number, [open, close]: readonly [string, string], inside = "") =>
  open.repeat(count) + inside + close.repeat(count);

const CHANGE = 'mutation { createOrganisation(input: { name: "By a scanner" }) { id } }';
const READ = "{ organisations(first: 1) { totalCount } }";
const asQuery = (query: string) => `/graphql?${new URLSearchParams({ query }).toString()}`;

const refusedQuery = (name: string, query: string, variables?: object): ScannerItem => ({
  name,
  body: { query, ...(variables && { variables }) },
});

/** More than the limits of one question allow. */
const BOMBS: readonly ScannerItem[] = [
  refusedQuery("alias overloading", `{ ${times(101, (n) => `a${n}: __typename`)} }`),
  refusedQuery(
    "alias overloading of what costs",
    `{ ${times(60, (n) => `a${n}: searchOrganisations(first: 100, text: "a") { totalCount }`)} }`,
  ),
  refusedQuery("directive overloading", `{ __typename ${"@include(if: true) ".repeat(60)} }`),
  refusedQuery("unknown directives", `{ __typename ${"@aa ".repeat(200)} }`),
  refusedQuery("field duplication", `{ organisations { nodes { ${"name ".repeat(3_000)} } } }`),
  refusedQuery(
    "field duplication below the root",
    `{ ${times(40, (n) => `organisations(first: ${n + 1}) { totalCount }`)} }`,
  ),
  refusedQuery(
    "fragment-spread bomb",
    `{ organisations { nodes { ...F0 } } }
     ${times(12, (n) => `fragment F${n} on Organisation { ${times(4, (m) => `p${n}_${m}: partners(first: 1) { nodes { ...F${n + 1} } }`)} }`)}
     fragment F12 on Organisation { id }`,
  ),
  refusedQuery(
    "circular fragments",
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
  ),
  refusedQuery(
    "deep lists",
    `{ organisations { nodes { ${nested(25, ["partners(first: 100) { nodes { ", "} }"], "id")} } } }`,
  ),
  refusedQuery(
    "wide pages in pages",
    `{ organisations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } } }`,
  ),
  refusedQuery("a page of any size", "{ organisations(first: 1000000) { nodes { id } } }"),
  refusedQuery(
    "a page of any size by a variable",
    "query ($n: Int!) { organisations(first: $n) { nodes { id } } }",
    { n: 2_000_000_000 },
  ),
  refusedQuery(
    "nested input",
    `{ organisations(filter: ${nested(200, ["[", "]"])}) { totalCount } }`,
  ),
  refusedQuery(
    "nested variables",
    "query ($f: OrganisationFilter) { organisations(filter: $f) { totalCount } }",
    { f: JSON.parse(nested(500, ["[", "]"])) },
  ),
  refusedQuery("tokens without end", `{ ${"a ".repeat(5_000)} }`),
  refusedQuery("ids without end", `{ nodes(ids: [${'"x" '.repeat(5_000)}]) { id } }`),
  {
    name: "batched queries in a list",
    body: Array.from({ length: 10 }, () => ({ query: READ })),
  },
  { name: "a list of one", body: [{ query: READ }] },
  {
    name: "many operations in one document",
    body: { query: times(10, (n) => `query Q${n} ${READ}`) },
  },
  {
    name: "a body beyond its bounds",
    body: { query: READ, variables: { x: "x".repeat(1_100_000) } },
  },
  {
    name: "batched sign-in attempts by aliases of a change",
    body: {
      query: `mutation { ${times(60, (n) => `a${n}: endSession(input: { id: "ses_${n}" }) { id }`)} }`,
    },
  },
];

const tells = (pattern: RegExp) => (reply: Reply) =>
  pattern.test(reply.text) ? `tells ${String(pattern.exec(reply.text)?.[0])}` : null;

/** What a graph tells of itself. */
const TALES: readonly ScannerItem[] = [
  refusedQuery("introspection", getIntrospectionQuery()),
  refusedQuery("introspection of one type", '{ __type(name: "Organisation") { fields { name } } }'),
  refusedQuery(
    "circular introspection",
    `{ __schema { types { ${nested(8, ["fields { type { ", "} }"], "name")} } } }`,
  ),
  refusedQuery("federation's own schema", "{ _service { sdl } }"),
  refusedQuery(
    "federation's entities",
    '{ _entities(representations: [{ __typename: "Organisation", id: "x" }]) { __typename } }',
  ),
  {
    ...refusedQuery("suggestions of fields", "{ organisation { nam } }"),
    wrong: tells(/did you mean|organisations/i),
  },
  {
    ...refusedQuery("suggestions of arguments", '{ organisation(idd: "x") { id } }'),
    wrong: tells(/did you mean/i),
  },
  {
    ...refusedQuery("suggestions of types", "{ __typename ... on Organisatio { id } }"),
    wrong: tells(/did you mean/i),
  },
  {
    ...refusedQuery("tracing", READ),
    headers: { "apollo-federation-include-trace": "ftv1", "apollo-tracing": "1" },
    wrong: tells(/tracing|ftv1|queryPlan/),
  },
  {
    ...refusedQuery("query plans", READ),
    headers: { "apollo-query-plan-experimental": "1", "x-hive-query-plan": "include" },
    wrong: tells(/queryPlan|FetchNode/i),
  },
  ...["/graphiql", "/playground", "/altair", "/voyager", "/console", "/explorer", "/sandbox"].map(
    (path): ScannerItem => ({
      name: `an IDE at ${path}`,
      path,
      method: "GET",
      headers: { accept: "text/html" },
    }),
  ),
  {
    name: "an IDE at /graphql",
    method: "GET",
    headers: { accept: "text/html" },
    wrong: tells(/<html|<script/i),
  },
  ...["/metrics", "/debug", "/.env", "/.git/config", "/server-status", "/graphql/schema"].map(
    (path): ScannerItem => ({ name: `a side door at ${path}`, path, method: "GET" }),
  ),
];

/** What a page of another site can make a browser send. */
const FORGERIES: readonly ScannerItem[] = [
  {
    name: "a change by GET",
    method: "GET",
    path: asQuery(CHANGE),
    headers: { "graphql-require-preflight": "1" },
  },
  { name: "a change by GET without a preflight", method: "GET", path: asQuery(CHANGE) },
  { name: "a query by GET without a preflight", method: "GET", path: asQuery(READ) },
  {
    name: "a change by a form",
    headers: FORM,
    body: new URLSearchParams({ query: CHANGE }).toString(),
  },
  {
    name: "a query by a form",
    headers: FORM,
    body: new URLSearchParams({ query: READ }).toString(),
  },
  {
    name: "a change by text/plain",
    headers: { "content-type": "text/plain" },
    body: JSON.stringify({ query: CHANGE }),
  },
  {
    name: "a change by a form of parts",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: CHANGE })}\r\n--x--`,
  },
  {
    name: "a change whose type says two things",
    headers: { "content-type": "text/plain; application/json" },
    body: JSON.stringify({ query: CHANGE }),
  },
  { name: "a change by PUT", method: "PUT", headers: JSON_TYPE, body: { query: CHANGE } },
  {
    name: "a change by a method in a header",
    method: "GET",
    path: asQuery(CHANGE),
    headers: { "x-http-method-override": "POST", "graphql-require-preflight": "1" },
  },
];

/** What no reader expects: refused with a sentence, never a stack. */
const BROKEN: readonly ScannerItem[] = [
  { name: "no body", body: "" },
  { name: "no JSON", body: "{" },
  { name: "JSON that is no object", body: "7" },
  { name: "null", body: "null" },
  { name: "a query that is no text", body: { query: { $gt: "" } } },
  { name: "a query that is a list", body: { query: [READ] } },
  { name: "variables that are a text", body: { query: READ, variables: "x" } },
  { name: "variables that are a list", body: { query: READ, variables: [1] } },
  { name: "a name that is no text", body: { query: READ, operationName: 7 } },
  { name: "a name that there is not", body: { query: READ, operationName: "x" } },
  { name: "a syntax error", body: { query: "query { organisations {" } },
  { name: "NUL in the document", body: { query: '{ organisation(id: "\u0000") { id } }' } },
  { name: "a subscription", body: { query: "subscription { x }" } },
  {
    name: "a prototype in the variables",
    body: '{"query":"query ($i: CreateOrganisationInput!) { __typename }","variables":{"__proto__":{"i":{"name":"x"}}}}',
  },
  {
    name: "a persisted query that there is not",
    body: { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
  },
  { name: "bytes that are no text", body: "\u00ff\u00fe\u0000" },
  {
    name: "a charset that there is not",
    headers: { "content-type": "application/json; charset=x" },
    body: "{",
  },
];

export const SCANNER_ITEMS: readonly ScannerItem[] = [...BOMBS, ...TALES, ...FORGERIES, ...BROKEN];
