import { LaunchError } from "./launch-error.mjs";
import { runTests } from "./run-tests.mjs";

/** What docs/conformance.md publishes, in its order. */
const PLACES = [
  "services/meetings/src/recurrence/",
  "services/meetings/src/wall-clock/",
  "services/meetings/src/calendar",
  "services/meetings/src/meeting-series/",
  "services/meetings/src/series-edit/",
  "services/meetings/src/series-plan/plan-search\\.test\\.ts$",
];

const USAGE = `npm run test:conformance [-- FILE…]

  Dates, zones, calendars and fairness: the tests of docs/conformance.md, each rule
  drawn thousands of times in place of a few hundred.
`;

/** The tests of what meetings promise to calendars and clocks, at length. */
export async function runConformance(root, args) {
  if (args.includes("--help")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const option = args.find((arg) => arg.startsWith("-"));
  if (option) throw new LaunchError(`There is no option ${option}.\n\n${USAGE}`);
  const places = args.length > 0 ? args : PLACES;
  return runTests(root, ["--verbose", ...places], { CONVENE_CONFORMANCE: "full" });
}
