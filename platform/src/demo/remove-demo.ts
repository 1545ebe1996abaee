import { AppError } from "@convene/shared/errors";
import { removeRecords } from "@convene/shared/removal/remove-records";
import type { Reference } from "@convene/shared/removal/survey";
import { StartError } from "../postgres/start-error.ts";
import type { OpenedServices, Services } from "../runtime/services.ts";
import type { PlatformState } from "../runtime/state.ts";
import { forgetDemo, owners, recordDemo, surveyOf } from "./demo-record.ts";
import { DEMO_STATE, type DemoState, type Made, NO_IDS } from "./demo-state.ts";
import { type KeptRecord, planRemoval, type RemovalPlan } from "./removal-plan.ts";

export interface DemoRemoval {
  readonly opened: Pick<OpenedServices, "services" | "catchUp">;
  readonly state: Pick<PlatformState, "read" | "write">;
  readonly dryRun: boolean;
}

export interface RemovalReport {
  readonly dryRun: boolean;
  /** How many went, or would go, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly kept: readonly KeptRecord[];
  /**
   * What people made in one service while another took away what it names: there it names nobody
   * from now on. (No lock reaches across services.)
   */
  readonly dangling: readonly Reference[];
}

/** People go on working meanwhile: what is decided of a service may be stale a moment later. */
const ATTEMPTS = 5;

/**
 * Takes away what the loader of the demo network has made, and nothing else: what somebody has
 * edited since, and what other records name, stays. Whoever is cut off runs it again.
 *
 * @returns null where there is no demo network.
 */
export async function removeDemo({
  opened,
  state,
  dryRun,
}: DemoRemoval): Promise<RemovalReport | null> {
  const known = (await state.read(DEMO_STATE)) as DemoState | null;
  if (!known) return null;
  const { services, catchUp } = opened;
  const made = known.made ?? (await recordOf(known, services));
  if (dryRun) return { dryRun, ...(await planNow(services, made)) };
  await state.write(DEMO_STATE, { ...known, state: "removing", made } satisfies DemoState);
  const counts = await removeAll(services, made);
  await catchUp();
  const { kept, dangling } = await planNow(services, made);
  await forgetDemo(services);
  const removed: DemoState = {
    ...NO_IDS,
    state: "removed",
    day: known.day,
    made: madeOf(made, kept),
    removedOn: new Date().toISOString().slice(0, 10),
  };
  await state.write(DEMO_STATE, removed);
  return { dryRun, counts, kept, dangling };
}

/** @throws StartError when the services have forgotten what was made. */
async function recordOf({ day }: DemoState, services: Services): Promise<Made> {
  const made = await recordDemo(services);
  if (Object.values(made).some((ids) => Object.keys(ids).length > 0)) return made;
  throw new StartError(
    `What was loaded of the demo network on ${day} is on no list, and cannot be found out any ` +
      `more: set CONVENE_DATA to another folder for an empty Convene.`,
  );
}

async function planNow(services: Services, made: Made): Promise<RemovalPlan> {
  const ids = Object.values(made).flatMap((marks) => Object.keys(marks));
  const surveys = owners(services).map(
    async (owner) => [owner.name, await surveyOf(owner, ids)] as const,
  );
  return planRemoval(made, Object.fromEntries(await Promise.all(surveys)));
}

/** What refers goes first, so that whoever is cut off leaves nothing that names what is gone. */
async function removeAll(services: Services, made: Made): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, service, removal } of owners(services)) {
    const removed = await again(async () => {
      const { go, kept } = await planNow(services, made);
      const stay = kept.map(({ id }) => id);
      const request = { go: go[name] ?? new Map<string, string>(), stay };
      return removeRecords(service.parts.transactions, removal, request);
    });
    Object.assign(counts, removed);
  }
  return counts;
}

async function again<T>(work: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const stale = error instanceof AppError && error.extensions["code"] === "CONFLICT";
    if (stale && attempt < ATTEMPTS) return again(work, attempt + 1);
    throw error;
  }
}

/** A later run may find that nobody holds on to these any more. */
function madeOf(made: Made, kept: readonly KeptRecord[]): Made {
  const ids = new Set(kept.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(made).map(([service, marks]) => [
      service,
      Object.fromEntries(Object.entries(marks).filter(([id]) => ids.has(id))),
    ]),
  );
}
