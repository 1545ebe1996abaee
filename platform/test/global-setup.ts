import { type TestDatabase, prepareTestDatabase, startTestDatabase } from "./test-database.ts";

declare global {
  var conveneTestDatabase: TestDatabase | undefined;
}

/** Once before all tests: TEST_DATABASE_URL names a database, the caller's or a new one. */
export default async function setUp(): Promise<void> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return prepareTestDatabase(given);
  globalThis.conveneTestDatabase = await startTestDatabase();
  process.env["TEST_DATABASE_URL"] = globalThis.conveneTestDatabase.url;
}
