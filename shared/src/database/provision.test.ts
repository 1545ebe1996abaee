import { Client } from "pg";
import { testDatabaseUrl } from "../testing/config.ts";
import { jobSchemaOf, type Provisioning, provision, schemaOf, serviceUrl } from "./provision.ts";

const unique = Math.random().toString(36).slice(2, 8);
const [first, second] = [`first-${unique}`, `second-${unique}`];
const given = (): Provisioning => ({ adminUrl: testDatabaseUrl(), secret: "x".repeat(32) });

const roleOf = (service: string) => new URL(serviceUrl(given(), service)).username;

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const asService = <T>(service: string, work: (client: Client) => Promise<T>) =>
  as(serviceUrl(given(), service), work);

// Two processes that start at the same moment.
beforeAll(() =>
  Promise.all([provision(given(), [first, second]), provision(given(), [second, first])]),
);

afterAll(() =>
  as(testDatabaseUrl(), async (client) => {
    for (const service of [first, second]) {
      const schema = schemaOf(service);
      await client.query(`DROP SCHEMA ${schema}, ${jobSchemaOf(schema)} CASCADE`);
      await client.query(`DROP OWNED BY ${roleOf(service)}`);
      await client.query(`DROP ROLE ${roleOf(service)}`);
    }
  }),
);

it("lets each service use its own schema, which its search path names", async () => {
  await asService(first, async (client) => {
    await client.query("CREATE TABLE thing (id text)");
    await client.query("INSERT INTO thing VALUES ('one')");
    const { rows } = await client.query(`SELECT * FROM ${schemaOf(first)}.thing`);
    expect(rows).toEqual([{ id: "one" }]);
    const path = await client.query("SHOW search_path");
    expect(path.rows).toEqual([{ search_path: `${schemaOf(first)}, extensions` }]);
  });
});

it("lets each service use the extensions", async () => {
  const { rows } = await asService(second, (client) =>
    client.query("SELECT unaccent('Genève') AS plain, similarity('abc', 'abc') AS alike"),
  );
  expect(rows).toEqual([{ plain: "Geneve", alike: 1 }]);
});

it("lets no statement of a service go on forever, by whatever connection it comes", async () => {
  const { rows } = await asService(first, (client) => client.query("SHOW statement_timeout"));
  expect(rows).toEqual([{ statement_timeout: "30s" }]);
});

it.each([
  ["read another's table", `SELECT * FROM ${schemaOf(first)}.thing`],
  ["write to another's table", `DELETE FROM ${schemaOf(first)}.thing`],
  ["make a table in another's schema", `CREATE TABLE ${schemaOf(first)}.mine (id text)`],
  ["make a table among another's jobs", `CREATE TABLE ${schemaOf(first)}_jobs.mine (id text)`],
  ["make a table in the public schema", "CREATE TABLE public.mine (id text)"],
  ["change the extensions", "CREATE TABLE extensions.mine (id text)"],
  ["make a role", `CREATE ROLE convene_mine_${unique}`],
  ["become another", `SET ROLE ${roleOf(first)}`],
])("lets no service %s", async (_, statement) => {
  await expect(asService(second, (client) => client.query(statement))).rejects.toMatchObject({
    code: "42501",
  });
});

it("changes nothing the second time", async () => {
  await provision(given(), [first, second]);
  const { rows } = await asService(first, (client) => client.query("SELECT * FROM thing"));
  expect(rows).toEqual([{ id: "one" }]);
});

it("gives each service a password of its own, which the secret alone tells", () => {
  const { adminUrl } = given();
  const passwords = [
    serviceUrl(given(), first),
    serviceUrl(given(), second),
    serviceUrl({ adminUrl, secret: "y".repeat(32) }, first),
  ].map((url) => new URL(url).password);
  expect(new Set(passwords).size).toBe(3);
  for (const password of passwords) expect(password).toHaveLength(43);
  expect(serviceUrl(given(), first)).toBe(serviceUrl(given(), first));
});

it("names roles by the database too, so that two Convenes on one server keep their own", () => {
  const roleIn = (database: string) => {
    const adminUrl = `postgres://postgres@localhost/${encodeURIComponent(database)}`;
    return new URL(serviceUrl({ ...given(), adminUrl }, "working-groups")).username;
  };
  expect(roleIn("convene")).toBe("convene_working_groups");
  expect(roleIn("kenya_network")).toBe("kenya_network_working_groups");
  const awkward = ["Réseau", "réseau", "a".repeat(63), `${"a".repeat(62)}b`].map(roleIn);
  expect(new Set(awkward).size).toBe(4);
  for (const role of awkward) expect(role).toMatch(/^convene_[0-9a-f]{16}_working_groups$/);
});
