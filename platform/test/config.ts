/** Names what the test files of one run share, such as the database that they copy. */
export function testRun(): string {
  const run = process.env["CONVENE_TEST_RUN"];
  if (run === undefined) throw new Error("CONVENE_TEST_RUN is not set: run the tests by npm test");
  return run;
}

/**
 * Whether the stories are told over processes of their own, started as docker-compose.yml starts
 * them, in place of the two ways within the process of the tests.
 */
export const overProcesses = (): boolean => process.env["CONVENE_TEST_PROCESSES"] === "true";
