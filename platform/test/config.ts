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

/** Whether all attacks are tried, as by `npm run test:security`, or in a normal run a few of them. */
export const attacksInFull = (): boolean => process.env["CONVENE_SECURITY"] === "full";

/** Where the counts of the attacks go, for the report of the whole run. */
export const securityFolder = (): string | undefined => process.env["CONVENE_SECURITY_TALLIES"];

/** How many questions are made up, and from which number on. */
export const fuzzing = () => ({
  questions: Number(process.env["CONVENE_FUZZ"] ?? (attacksInFull() ? 10_000 : 60)),
  seed: Number(process.env["CONVENE_FUZZ_SEED"] ?? 1),
});
