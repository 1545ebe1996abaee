import { testRun } from "./config.ts";
import { dropDemoDatabases } from "./demo-database.ts";

/** Once after all tests. */
// eslint-disable-next-line no-restricted-exports -- Jest takes the default export
export default async function tearDown(): Promise<void> {
  const own = globalThis.conveneTestDatabases;
  if (!own) return dropDemoDatabases(testRun());
  await Promise.all(own.map(({ stop }) => stop()));
}
