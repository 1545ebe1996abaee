import type { Transaction } from "@convene/shared/database/transaction";
import type { JobKind } from "@convene/shared/job/job-kind";
import { z } from "zod";
import { allTold, tellingOf } from "./call-notice.feed.ts";
import { InputCall } from "./input-call.entity.ts";
import { InputCallState } from "./input-call.enum.ts";

const DAY = 86_400_000;
/** Before the deadline; nobody is reminded on the day on which they were asked. */
const BEFORE = [7 * DAY, DAY];

type Telling = "opened" | "week" | "day" | "closed";

/**
 * Tells of a call those of its group who have not answered it, and only them: that it is open, a week
 * and a day before its deadline; and at its end takes back what waits. A second time changes nothing:
 * the call knows what was told of it, and for which deadline.
 */
export const tellInputCall: JobKind<{ call: string; telling: string; closesAt: string }> = {
  name: "tell-input-call",
  data: z.object({ call: z.string(), telling: z.string(), closesAt: z.string() }),
  timeout: 60,
  run: ({ transactions }, { call: id, telling, closesAt }) =>
    transactions.write(async (tx) => {
      const call = await tx.lock(InputCall, id);
      // Another deadline has jobs of its own.
      if (call?.closesAt.toISOString() !== closesAt) return;
      if (call.state !== InputCallState.OPEN) {
        return tx.publish(await allTold(tx.manager, call));
      }
      const mark = telling === "opened" ? telling : `${telling} ${closesAt}`;
      if (call.told.includes(mark)) return;
      call.told.push(mark);
      await tx.manager.save(call);
      await tx.publish(await tellingOf(tx.manager, call));
    }),
};

/** When it is told of, from now on. */
export async function enqueueTellings(tx: Transaction, call: InputCall): Promise<void> {
  const { id, opensAt, closesAt } = call;
  const [opens, closes] = [opensAt.getTime(), closesAt.getTime()];
  const [week = 0, day = 0] = BEFORE.map((before) => closes - before);
  const earliest = Math.max(opens + DAY, Date.now());
  const times: readonly (readonly [Telling, number])[] = [
    ...(call.told.length === 0 ? [["opened", opens] as const] : []),
    ...[["week", week] as const, ["day", day] as const].filter(([, at]) => at >= earliest),
    ["closed", closes],
  ];
  for (const [telling, at] of times) {
    const data = { call: id, telling, closesAt: closesAt.toISOString() };
    const key = `${id} ${telling} ${data.closesAt}`;
    await tx.enqueue(tellInputCall, data, { key, startAfter: new Date(at) });
  }
}
