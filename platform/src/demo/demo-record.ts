import { forgetResults, type KeyRange, resultsOf } from "@convene/shared/database/idempotency";
import type { Removal } from "@convene/shared/removal/removable";
import { survey, type Survey } from "@convene/shared/removal/survey";
import { writtenSince } from "@convene/shared/removal/written-since";
import type { Service } from "@convene/shared/service/service";
import { systemViewer } from "@convene/shared/viewer";
import type { ServiceName, Services } from "../runtime/services.ts";
import { CHANGED, type Made } from "./demo-state.ts";

/** Under these keys the loader makes everything. */
const DEMO_KEYS: KeyRange = { viewer: systemViewer, prefix: "demo/" };

interface Owner {
  readonly name: ServiceName;
  readonly service: Service;
  readonly removal: Removal;
}

/**
 * The services that have something to take away, each after all that follow it: what refers goes
 * before what it refers to.
 */
export function owners(services: Services): readonly Owner[] {
  const left = Object.entries(services).flatMap(([name, service]) => {
    const { removal } = service.definition;
    return removal ? [{ name: name as ServiceName, service, removal }] : [];
  });
  const ordered: Owner[] = [];
  while (left.length > 0) {
    const free = left.findIndex(
      (one) => !left.some((other) => other !== one && follows(other.service, one.name)),
    );
    ordered.push(...left.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

const follows = ({ definition }: Service, source: string): boolean =>
  definition.replicas.some((replica) => replica.source === source && replica.isNamedHere !== false);

/** What of the ids is in a service, and what there refers to them; as of one moment. */
export const surveyOf = ({ service, removal }: Owner, ids: readonly string[]): Promise<Survey> =>
  service.parts.db.transaction("REPEATABLE READ", (manager) =>
    survey(manager, removal.tables, ids),
  );

/**
 * All that the loader has made, as it was made; what others have written since is marked as changed.
 * The services remember it for a week, so it is asked soon and then kept.
 */
export async function recordDemo(services: Services): Promise<Made> {
  const records = owners(services).map(
    async (owner) => [owner.name, await recordOf(owner)] as const,
  );
  return Object.fromEntries(await Promise.all(records));
}

const recordOf = ({ service, removal: { tables } }: Owner): Promise<Made[string]> =>
  service.parts.db.transaction("REPEATABLE READ", async (manager) => {
    const ids = await resultsOf(manager, DEMO_KEYS);
    const { found } = await survey(manager, tables, ids);
    const changed = await writtenSince(manager, tables, { keys: DEMO_KEYS, ids });
    return Object.fromEntries(found.map(({ id, mark }) => [id, changed.has(id) ? CHANGED : mark]));
  });

/** Another load makes everything anew. */
export async function forgetDemo(services: Services): Promise<void> {
  for (const { service } of owners(services)) await forgetResults(service.parts.db, DEMO_KEYS);
}
