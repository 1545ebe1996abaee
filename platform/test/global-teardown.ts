import { testRun } from "./config.ts";
import { dropDemoDatabases } from "./demo-database.ts";

/** Once after all tests. */
// eslint-disable-next-line no-restricted-exports -- Jest takes the default export
export default async function tearDown(): Promise<void> {
  if (globalThis.conveneTestDatabase) await globalThis.conveneTestDatabase.stop();
  else await dropDemoDatabases(testRun());
}
