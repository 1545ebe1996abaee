import type { OpenedServices } from "../runtime/services.ts";
import { StartError } from "../postgres/start-error.ts";
import type { PlatformState } from "../runtime/state.ts";
import { DemoGraph, Ids } from "./demo-graph.ts";
import type { DemoLoad } from "./demo-load.ts";
import { recordDemo } from "./demo-record.ts";
import { readDemoNetwork } from "./demo-network.ts";
import { DEMO_STATE, type DemoState, NO_IDS } from "./demo-state.ts";
import { loadGroups } from "./load-groups.ts";
import { loadMeetings } from "./load-meetings.ts";
import { loadPractices } from "./load-practices.ts";
import { loadStakeholders } from "./load-stakeholders.ts";

type StateOfDemo = Pick<PlatformState, "read" | "write">;

/** Services keep idempotency keys for a week; this is on the safe side of it. */
const REMEMBERED_DAYS = 5;

function requireFresh(day: string): void {
  const days = (Date.now() - Date.parse(day)) / 86_400_000;
  if (days <= REMEMBERED_DAYS) return;
  throw new StartError(
    `The demo network was only half loaded on ${day}, which is too long ago to go on: take ` +
      `it away by npm run demo -- remove, set CONVENE_DATA to another folder, or start with --empty ` +
      `to work with what is there.`,
  );
}

/**
 * Loads the demo network once, and not again after it was removed. A load that was broken off is
 * finished at the next start, with the dates of the day on which it began, and makes nothing twice.
 *
 * @throws StartError when that was so long ago that the services have forgotten what they made.
 */
export async function loadDemo(opened: OpenedServices, state: StateOfDemo): Promise<DemoState> {
  const known = (await state.read(DEMO_STATE)) as DemoState | null;
  if (known && known.state !== "loading") return recorded(known, opened, state);
  if (known) requireFresh(known.day);
  const day = known?.day ?? new Date().toISOString().slice(0, 10);
  await state.write(DEMO_STATE, { state: "loading", day, ...NO_IDS } satisfies DemoState);
  const load: DemoLoad = {
    graph: new DemoGraph(opened.services),
    network: readDemoNetwork(new Date(day)),
    organisations: new Ids(),
    people: new Ids(),
    networks: new Ids(),
    groups: new Ids(),
    practices: new Ids(),
  };
  await loadStakeholders(load);
  await opened.catchUp();
  await loadGroups(load);
  await loadPractices(load);
  await opened.catchUp();
  await loadMeetings(load);
  await opened.catchUp();
  const loaded: DemoState = {
    state: "loaded",
    day,
    people: load.people.all(),
    organisations: load.organisations.all(),
    groups: load.groups.all(),
    made: await recordDemo(opened.services),
  };
  await state.write(DEMO_STATE, loaded);
  return loaded;
}

/** An older Convene kept no list of what it made: as long as the services remember it, we do. */
async function recorded(known: DemoState, { services }: OpenedServices, state: StateOfDemo) {
  if (known.state !== "loaded" || known.made) return known;
  const made = await recordDemo(services);
  if (Object.values(made).every((ids) => Object.keys(ids).length === 0)) return known;
  const whole: DemoState = { ...known, made };
  await state.write(DEMO_STATE, whole);
  return whole;
}
