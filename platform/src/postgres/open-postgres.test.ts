import pg from "pg";

it("gives the tests a real PostgreSQL 18 with its extensions", async () => {
  const client = new pg.Client({ connectionString: process.env["TEST_DATABASE_URL"] });
  await client.connect();
  const { rows } = await client.query("select version(), extensions.similarity('a','a') as s");
  await client.end();
  expect(rows[0].version).toMatch(/PostgreSQL 18/);
  expect(rows[0].s).toBe(1);
});
