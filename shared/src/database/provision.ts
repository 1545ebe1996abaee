import { createHash, createHmac } from "node:crypto";
import { Client } from "pg";

/** In a schema of their own, so that every service may use them and none may change them. */
const EXTENSIONS = ["pg_trgm", "unaccent", "btree_gin"];

/** At pg_trgm's own 0.6, `counsil` does not find `council`. */
export const ROLE_SETTINGS: Readonly<Record<string, string>> = {
  "pg_trgm.word_similarity_threshold": "0.5",
};

/** Milliseconds after which Postgres gives a statement of a service up, whoever connects. */
export const STATEMENT_TIMEOUT = 30_000;

export interface Provisioning {
  /** A URL whose role may create roles and schemas. */
  readonly adminUrl: string;
  /** From this each service's password is derived, so that nothing more has to be kept. */
  readonly secret: string;
}

/** `working-groups` has the schema `working_groups`. */
export const schemaOf = (service: string): string => service.replaceAll("-", "_");

/**
 * Where pg-boss keeps a service's jobs: beside its own schema, and owned by the same role. It calls
 * its tables `schedule`, `subscription`, `archive`, which are nouns of the domain as well.
 */
export const jobSchemaOf = (schema: string): string => `${schema}_jobs`;

/** Postgres cuts names at 63 bytes; some are left for the service's. */
const LONGEST = 40;

/**
 * In the database `convene` the role `convene_working_groups`. Roles belong to the whole server, so
 * they are named by the database too: two Convenes on one server do not change each other's.
 */
function roleOf(url: URL, service: string): string {
  const database = decodeURIComponent(url.pathname.slice(1)) || "convene";
  const plain = /^[a-z_][a-z0-9_]*$/.test(database) && database.length <= LONGEST;
  const hash = createHash("sha256").update(database).digest("hex").slice(0, 16);
  return `${plain ? database : `convene_${hash}`}_${schemaOf(service)}`;
}

/** The role of a service in the database of this URL. */
export const serviceRole = (adminUrl: string, service: string): string =>
  roleOf(new URL(adminUrl), service);

/** The URL at which a service connects with a role that can touch its own schema only. */
export function serviceUrl({ adminUrl, secret }: Provisioning, service: string): string {
  const url = new URL(adminUrl);
  url.username = roleOf(url, service);
  url.password = createHmac("sha256", secret).update(`postgres:${service}`).digest("base64url");
  return url.href;
}

/** Makes what is missing: extensions, and for each service a role and a schema. Idempotent. */
export async function provision(given: Provisioning, services: readonly string[]): Promise<void> {
  const client = new Client({
    connectionString: given.adminUrl,
    application_name: "convene-provision",
  });
  await client.connect();
  try {
    // One at a time, also when several processes start at once.
    await client.query("SELECT pg_advisory_lock(hashtext('convene-provision'))");
    await provisionExtensions(client);
    for (const service of services) await provisionService(client, given, service);
  } finally {
    await client.end();
  }
}

async function provisionExtensions(client: Client): Promise<void> {
  await client.query("CREATE SCHEMA IF NOT EXISTS extensions");
  for (const name of EXTENSIONS) {
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA extensions`);
  }
  // Loads the library into this session, which then knows its settings by name.
  await client.query("SELECT extensions.show_limit()");
  await client.query("GRANT USAGE ON SCHEMA extensions TO PUBLIC");
  await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
}

async function provisionService(client: Client, given: Provisioning, service: string) {
  const schema = schemaOf(service);
  const role = roleOf(new URL(given.adminUrl), service);
  const password = client.escapeLiteral(new URL(serviceUrl(given, service)).password);
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${role}`);
  await client.query(
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${password}`,
  );
  await client.query(`ALTER ROLE ${role} SET search_path = ${schema}, extensions`);
  await client.query(`ALTER ROLE ${role} SET statement_timeout = ${STATEMENT_TIMEOUT}`);
  for (const [name, value] of Object.entries(ROLE_SETTINGS)) {
    await client.query(`ALTER ROLE ${role} SET ${name} = ${value}`);
  }
  await client.query(`GRANT ${role} TO CURRENT_USER`);
  for (const own of [schema, jobSchemaOf(schema)]) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${own} AUTHORIZATION ${role}`);
    await client.query(`REVOKE ALL ON SCHEMA ${own} FROM PUBLIC`);
  }
}
