import { randomBytes } from "node:crypto";
import { type TestDatabase, prepareTestDatabase, startTestDatabase } from "./test-database.ts";

declare global {
  var conveneTestDatabase: TestDatabase | undefined;
}

/** Once before all tests: TEST_DATABASE_URL names a database, the caller's or a new one. */
// eslint-disable-next-line no-restricted-exports -- Jest takes the default export
export default async function setUp(): Promise<void> {
  process.env.CONVENE_TEST_RUN = randomBytes(4).toString("hex");
  const given = process.env.TEST_DATABASE_URL;
  if (given) return prepareTestDatabase(given);
  globalThis.conveneTestDatabase = await startTestDatabase();
  process.env.TEST_DATABASE_URL = globalThis.conveneTestDatabase.url;
  // Jest tears nothing down when it is interrupted; the database ends with the process that exits.
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
}
