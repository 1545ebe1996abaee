import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { agendaItemFeed } from "../agenda-item/agenda-item.feed.ts";
import { orderAgenda } from "../agenda-item/agenda-order.repository.ts";
import { addStandingItems } from "../agenda-template/standing-agenda.repository.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import type { Minutes } from "../minute/minutes.entity.ts";
import { minutesOf } from "../minute/minutes.repository.ts";
import type { Conclusion } from "../minute/minutes.service.ts";
import {
  carryActions,
  carryItems,
  nextMeetingId,
  settleOutcomes,
} from "./carry-over.repository.ts";

/** The end of a meeting: what is unfinished goes on to the next, once. */
export class CarryOverService implements Conclusion {
  /** The meeting's row is held. A second time changes nothing, but that what waited goes on. */
  async conclude(tx: Transaction, meeting: Meeting): Promise<Minutes> {
    const minutes = await minutesOf(tx, meeting.id);
    if (minutes.concludedAt === null) {
      minutes.concludedAt = new Date();
      await settleOutcomes(tx.manager, meeting.id);
    }
    if (minutes.carriedAt === null) await this.carryOn(tx, meeting, minutes);
    return tx.manager.save(minutes);
  }

  private async carryOn(tx: Transaction, from: Meeting, minutes: Minutes): Promise<void> {
    const id = await nextMeetingId(tx.manager, from);
    const to = id === null ? null : await tx.lock(Meeting, id);
    if (!to) return;
    await addStandingItems(tx, to);
    const ids = await carryItems(tx.manager, { from, to });
    await orderAgenda(tx.manager, to.id);
    await carryActions(tx.manager, { from, to });
    await tx.publish({ ...agendaItemFeed, ids });
    Object.assign(minutes, { carriedAt: new Date(), carriedToId: to.id });
  }
}

/**
 * Every day: meetings of which something was recorded are concluded a day after their end, if nobody
 * has; and what has waited for a next meeting goes on once there is one.
 */
export async function concludePast(transactions: Transactions): Promise<void> {
  const waiting = await transactions.write(({ manager }) =>
    manager.query<{ id: string }[]>(
      `SELECT m.id FROM minutes AS n JOIN meeting AS m ON m.id = n.meeting_id
       WHERE n.carried_at IS NULL AND m.status = 'SCHEDULED'
         AND m.ends_at BETWEEN now() - interval '18 months' AND now() - interval '1 day'
       ORDER BY m.starts_at, m.id`,
    ),
  );
  const carrying = new CarryOverService();
  for (const { id } of waiting) {
    await transactions.write(async (tx) => {
      const meeting = await tx.lock(Meeting, id);
      if (meeting) await carrying.conclude(tx, meeting);
    });
  }
}
