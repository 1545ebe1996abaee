/** The Postgres that the tests' global setup has started. */
export function testDatabaseUrl(): string {
  const url = process.env["TEST_DATABASE_URL"];
  if (url === undefined) throw new Error("TEST_DATABASE_URL is not set: run the tests by npm test");
  return url;
}
