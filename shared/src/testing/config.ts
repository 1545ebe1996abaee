/**
 * The Postgres that the tests' global setup has started for this worker of Jest. Workers share
 * none: a feed waits for every transaction of its server, so long ones of another file's tests
 * would hold these back.
 */
export function testDatabaseUrl(): string {
  const urls = process.env["TEST_DATABASE_URLS"]?.split(" ") ?? [];
  const worker = Number(process.env["JEST_WORKER_ID"] ?? 1);
  const url = urls[(worker - 1) % urls.length];
  if (url === undefined) {
    throw new Error("TEST_DATABASE_URLS is not set: run the tests by npm test");
  }
  return url;
}

/** How often a rule of the calendar is drawn: in a normal run, and by `npm run test:conformance`. */
export const conformanceRuns = ({ short, full }: { short: number; full: number }): number =>
  process.env["CONVENE_CONFORMANCE"] === "full" ? full : short;
