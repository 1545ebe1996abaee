import type { Transactions } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { In } from "typeorm";
import { Availability } from "../availability/availability.entity.ts";
import { localHours } from "../local-hour/entered-hours.value.ts";
import { borneBy } from "../local-hour/local-hours.value.ts";
import { wallText } from "../wall-clock/zone-clock.value.ts";
import { BurdenRecord } from "./burden-record.entity.ts";
import { dropAbsent, type Sitting, unrecorded } from "./burden.repository.ts";

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
      const sittings = await unrecorded(manager, now);
      if (sittings.length === 0) return;
      const people = sittings.map(({ personId }) => personId);
      const entered = await manager.findBy(Availability, { personId: In(people) });
      const byPerson = new Map(entered.map((one) => [one.personId, one]));
      const records = sittings.flatMap((sitting) => {
        const hours = byPerson.get(sitting.personId);
        return hours ? [recordOf(sitting, hours)] : [];
      });
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

function recordOf({ meetingId, personId, startsAt, endsAt }: Sitting, entered: Availability) {
  const interval = { from: startsAt.getTime(), until: endsAt.getTime() };
  const hours = localHours(entered, interval, []);
  return {
    id: newId("bur"),
    meetingId,
    personId,
    burden: borneBy(hours, interval),
    localStart: wallText(hours.clock.wallAt(interval.from)),
    recordedAt: new Date(),
  };
}
