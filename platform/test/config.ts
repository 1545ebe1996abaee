/** Names what the test files of one run share, such as the database that they copy. */
export function testRun(): string {
  const run = process.env["CONVENE_TEST_RUN"];
  if (run === undefined) throw new Error("CONVENE_TEST_RUN is not set: run the tests by npm test");
  return run;
}
