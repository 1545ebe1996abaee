import type { Transactions } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { type EntityManager, In } from "typeorm";
import { Availability } from "../availability/availability.entity.ts";
import { localHours } from "../local-hour/entered-hours.value.ts";
import { borneBy } from "../local-hour/local-hours.value.ts";
import { wallText } from "../wall-clock/zone-clock.value.ts";
import { BurdenRecord } from "./burden-record.entity.ts";
import { type Borne, borneOf } from "./borne.value.ts";
import {
  type Bearing,
  dropAbsent,
  expected,
  recordedIn,
  type Sitting,
  unrecorded,
} from "./burden.repository.ts";

/** Keeps what meetings have cost those who sat in them. */
export class BurdenLedger {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Records what is over. By the hours as they are on the day after: hours that are entered later
   * change nothing of it. Twice is as once.
   */
  recordPast(now = new Date()): Promise<void> {
    return this.transactions.write(async ({ manager }) => {
      await dropAbsent(manager, now);
      const bearings = await weigh(manager, await unrecorded(manager, now));
      if (bearings.length === 0) return;
      const records = bearings.map(({ meetingId, personId, burden, localStart }) => ({
        id: newId("bur"),
        meetingId,
        personId,
        burden,
        localStart,
        recordedAt: new Date(),
      }));
      await manager
        .createQueryBuilder()
        .insert()
        .into(BurdenRecord)
        .values(records)
        .orIgnore()
        .execute();
    });
  }
}

/**
 * What a group's meetings have cost whom, in the twelve months before that moment: what is recorded,
 * what ended since then, and what is scheduled until then, by the hours as they are. So the next
 * plan knows what this one will cost whom. Nothing is written.
 */
export async function borneBefore(
  manager: EntityManager,
  groupId: string,
  until: Date,
): Promise<ReadonlyMap<string, Borne>> {
  const now = new Date();
  const from = new Date(until);
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  const recorded = await recordedIn(manager, { groupId, now }, { from, until });
  const since = await weigh(manager, await unrecorded(manager, now, groupId));
  const within = since.filter(({ startsAt }) => startsAt >= from && startsAt < until);
  const ahead = await weigh(manager, await expected(manager, { groupId, now }, { from, until }));
  return borneOf([...recorded, ...within, ...ahead]);
}

/** By the hours that people have now. */
async function weigh(manager: EntityManager, sittings: readonly Sitting[]): Promise<Bearing[]> {
  const people = sittings.map(({ personId }) => personId);
  const entered = await manager.findBy(Availability, { personId: In(people) });
  const byPerson = new Map(entered.map((one) => [one.personId, one]));
  return sittings.flatMap((sitting) => {
    const hours = byPerson.get(sitting.personId);
    return hours ? [bearingOf(sitting, hours)] : [];
  });
}

function bearingOf(sitting: Sitting, entered: Availability): Bearing {
  const interval = { from: sitting.startsAt.getTime(), until: sitting.endsAt.getTime() };
  const hours = localHours(entered, interval, []);
  const localStart = wallText(hours.clock.wallAt(interval.from));
  return { ...sitting, burden: borneBy(hours, interval), localStart };
}
