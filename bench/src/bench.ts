import { measureEdge } from "./edge-cost.ts";
import { measureDiscovery } from "./discovery/measure-discovery.ts";
import { measureImport } from "./import-files.ts";
import { measureMeetings } from "./meeting/measure-meetings.ts";
import { measureRequests } from "./requests.ts";
import { measureKills } from "./sudden-death/campaign.ts";
import { makeNetwork } from "./network/make-network.ts";
import { measureStart } from "./start-times.ts";

const OTHERS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  edge: measureEdge,
  start: measureStart,
  import: measureImport,
  kills: measureKills,
  discovery: measureDiscovery,
  meetings: measureMeetings,
  network: makeNetwork,
};

/** `npm run bench`: measurements, run by hand on a machine that does nothing else. */
export async function run(args: readonly string[], signal: AbortSignal): Promise<number> {
  const [name = "", ...rest] = args;
  const measure = OTHERS[name];
  if (!measure) return measureRequests(args, signal);
  // These are ended where they stand.
  signal.addEventListener("abort", () => process.exit(130));
  await measure(rest);
  return 0;
}
