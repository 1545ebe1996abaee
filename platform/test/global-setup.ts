import { randomBytes } from "node:crypto";
import { type TestDatabase, prepareTestDatabase, startTestDatabase } from "./test-database.ts";

declare global {
  var conveneTestDatabases: readonly TestDatabase[] | undefined;
}

/**
 * Once before all tests: TEST_DATABASE_URLS names a database for each worker, or for all of them
 * the caller's (TEST_DATABASE_URL).
 */
// eslint-disable-next-line no-restricted-exports -- Jest takes the default export
export default async function setUp({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  process.env.CONVENE_TEST_RUN = randomBytes(4).toString("hex");
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    process.env.TEST_DATABASE_URLS = given;
    return prepareTestDatabase(given);
  }
  const databases = await Promise.all(Array.from({ length: maxWorkers }, startTestDatabase));
  globalThis.conveneTestDatabases = databases;
  process.env.TEST_DATABASE_URLS = databases.map(({ url }) => url).join(" ");
  // Jest tears nothing down when it is interrupted; the databases end with the process that exits.
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
}
