/*
 * Where files stand and what they are called. Each list is closed: what it does not name, the
 * structure check refuses. To add a room, a role or a part of `shared/` is a decision: edit its
 * list in the same commit, with the sentence that says what it is.
 */

/** What stands at the top of the repository, beside the rooms. */
export const TOP_FILES: readonly string[] = [
  ".dependency-cruiser.cjs",
  ".dependency-cruiser.features.cjs",
  ".dockerignore",
  ".gitignore",
  ".npmrc",
  ".prettierignore",
  ".prettierrc.json",
  "Dockerfile",
  "LICENSE",
  "README.md",
  "docker-compose.yml",
  "eslint.config.mjs",
  "jest.config.mjs",
  "knip.json",
  "package-lock.json",
  "package.json",
  "tsconfig.base.json",
  "tsconfig.json",
];

/** Folders at the top that hold no code of the product. */
export const TOP_FOLDERS: readonly string[] = [".ci", "docs"];

export interface Room {
  readonly holds: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** A service's own folder, `services/NAME/`. */
export const SERVICE: Room = {
  holds: "one bounded context: tables, rules, subgraph schema",
  files: ["package.json", "schema.graphql"],
  folders: ["migrations", "reference", "src", "test"],
};

/** The rooms; `services/` has one for each service. */
export const ROOMS: Readonly<Record<string, Room>> = {
  shared: {
    holds: "what every service needs, and no noun of the domain",
    files: ["package.json"],
    folders: ["src"],
  },
  gateway: {
    holds: "composition, authentication, limits, transports, the static web files",
    files: [
      "package.json",
      "supergraph.graphql",
      "breaking-changes.json",
      "trusted-documents.json",
    ],
    folders: ["src", "stories", "test"],
  },
  platform: {
    holds: "all of it in one process, the embedded Postgres, the command line, the checks",
    files: ["package.json"],
    folders: ["bin", "demo", "e2e", "generate", "security", "src", "test"],
  },
  web: {
    holds: "the browser application",
    files: ["package.json", "tsconfig.json", "index.html"],
    folders: ["public", "src", "stories", "test"],
  },
  bench: {
    holds: "benchmarks and evaluations, run by hand and by name",
    files: ["README.md", "package.json"],
    folders: ["src", "test"],
  },
};

/** The roots of a service, `services/NAME/src/`: only these see all of its features. */
export const SERVICE_ROOTS: Readonly<Record<string, string>> = {
  "audited.ts": "what the audit log leaves out, and whose personal values it encrypts",
  "config.ts": "the variables, parsed once; the only file that reads process.env",
  "context.ts": "what a request has: the viewer and its loaders",
  "definition.ts": "the service as every process starts it",
  "main.ts": "starts the service alone",
  "permissions.ts": "the rows of the service in the table of permissions",
  "pages.ts": "the other root: what browsers and programs are shown that ask by no GraphQL",
  "resolvers.ts":
    "of a composition root that is long: groups of resolvers, and the services in them",
  "schema.ts": "the composition root: services and resolvers are made here",
};

/** What a file of a feature is, `noun.role.ts`. */
export const ROLES: Readonly<Record<string, string>> = {
  entity: "table and GraphQL type in one class",
  enum: "the names of a closed set",
  type: "a GraphQL type without a table: computed, or made of several tables",
  inputs: "what a client may send",
  policy: "who may do what, and what holds of a record: pure",
  permission: "rows of the table of permissions: by which policy a mutation or a field is decided",
  value: "a value of the domain and its arithmetic: pure, no table, no viewer, no GraphQL",
  service: "the rules, and the transactions",
  repository: "SQL that TypeORM's own repository cannot say",
  loaders: "edges, batched for one request",
  resolver: "fields of the graph, one return each",
  replica: "what is kept of another service's noun, and how its feed is applied",
  stub: "another service's entity: the key only",
  feed: "what the change feed tells of the noun",
  job: "work that is done later",
  worker:
    "a thread of its own for heavy computing: plain JavaScript, which starts without a compiler",
  auth: "better-auth, and what of it is set or added here",
  page: "a page for browsers: its words, and the paths that it answers at",
  mail: "a mail about the noun: its words in the six languages",
  words: "what the pages of the noun say, in the six languages",
  test: "its rules, through the public door",
};

/** Outside of the services a file need not say its role; where it does, it is one of these. */
export const ROLES_ELSEWHERE: Readonly<Record<string, string>> = {
  ...ROLES,
  schema: "the shape of data that comes from outside of the program",
};

/** In any file or folder name, as one of its words: they say nothing of what is inside. */
export const EMPTY_WORDS: readonly string[] = [
  "common",
  "helper",
  "helpers",
  "manager",
  "managers",
  "misc",
  "util",
  "utils",
];

/** Nouns that end like a plural and are none, or that are counted in the plural alone. */
export const SINGULAR_ALL_THE_SAME: readonly string[] = ["news", "series", "sms"];

/** What stands directly in `shared/src/`: files … */
export const SHARED_FILES: Readonly<Record<string, string>> = {
  "audience.ts": "who may see a row",
  "auth-door.ts": "sign-in as the gateway sees it",
  "call-signature.ts": "signing and verifying a call between gateway and subgraph",
  "config.ts": "variables parsed from the environment, all problems listed",
  "error-masking.ts": "what a client learns of an error that nobody threw on purpose",
  "errors.ts": "the errors that are thrown on purpose",
  "expected-version.ts": "two who change the same at once",
  "hub-region.ts": "which countries are of which region of the Hub",
  "input.ts": "checks of what a client sent",
  "loaders.ts": "loadOne and loadMany",
  "mutation-input.ts": "what every mutation's input has",
  "node.ts": "the interface of every entity",
  "open-id-issuer.ts": "by whom people may sign in as well, and its variables",
  "production-secrets.ts": "what no program accepts as a secret in production",
  "protection.ts": "the columns by which a row is protected",
  "public-url.ts": "where people reach the graph",
  "replay-window.ts": "a signed call is answered once",
  "request-field.ts": "which field of a request does not fit its type",
  "scalars.ts": "the graph's own scalars",
  "site.ts": "what links, cookies and tokens are made of",
  "today.ts": "the day by which what is dated begins and ends",
  "type-id.ts": "prefixed, sortable ids",
  "viewer.ts": "who is asking, and with which roles",
  "visible-sql.ts": "who may see a row, as a condition in SQL",
};

/** … and folders. */
export const SHARED_FOLDERS: Readonly<Record<string, string>> = {
  audit: "who did or read what: records, their chain, the keys of people",
  connection: "Relay connections over stable keysets",
  database: "data source, naming, provisioning, transactions, idempotency",
  facet: "filters on facets: their inputs, and their conditions in SQL",
  "file-import": "tables sent through the API and taken in by a job: state, progress, report",
  job: "work that is done later, by whichever process of the service is free",
  "join-request":
    "what is asked of those who want to join, their answers, what becomes of a request",
  live: "what has changed, told at once to whoever watches",
  mail: "mails: their texts in six languages, their layout, and how they leave",
  merge: "how all that names an organisation moves when it is merged into another, and back",
  notice: "what a service wants people to be told, whose addresses it does not know",
  outbound: "addresses that somebody gave us, read without being led inside",
  outbox: "what has changed, in the transaction that changed it",
  page: "pages for browsers: their door, their frame, their look",
  permission: "the table of permissions: what a row is, and who asks",
  "personal-data": "where something of a person stands, and how they are given all of it",
  removal: "what refers to records, and how they are taken away in bulk",
  replica: "what a service keeps of the others, applied from their feeds",
  retention: "what is kept so long and no longer",
  server: "a service over HTTP",
  service: "a service's definition, and the service once opened",
  storage: "files that people have sent: in a folder or a bucket, and what they are by their bytes",
  subgraph: "the schema of a service, and calls to it in process",
  table: "tables that people import: CSV, columns, cells",
  takedown: "what moderators have decided, and how a service follows it",
  testing: "harness, viewers and proofs for the services' tests",
  upload: "files that clients send by a link, in parts",
};

/** Half of all source files should be shorter than this many lines. Reported, never a failure. */
export const MEDIAN_LINES = 70;
