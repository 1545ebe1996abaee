import type { Transaction } from "@convene/shared/database/transaction";
import type { Replica } from "@convene/shared/replica/replica";
import { z } from "zod";
import { Account } from "../account/account.entity.ts";
import { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { isKnownZone, settingOf } from "../notification-setting/notification-setting.repository.ts";
import { rescheduleWaiting } from "../notification/notification.service.ts";

const zoneSchema = z.object({ timeZone: z.string() });

/**
 * Where people have said that their clock hangs, when they entered at which hours they can meet: until
 * they choose a zone for their mail, their nights are those of that one.
 */
export const heardZoneReplica: Replica<z.infer<typeof zoneSchema>> = {
  source: "meetings",
  type: "PersonZone",
  isNamedHere: false,
  payload: zoneSchema,
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    for (const { id, payload } of changes) await hear(tx, id, payload.timeZone);
  },
  remove: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

async function hear(tx: Transaction, personId: string, timeZone: string): Promise<void> {
  const found = await tx.manager.findOneBy(Account, { personId });
  // As whoever chooses does: of two changes at once, none is lost.
  const account = found && (await tx.lock(Account, found.id));
  if (!account || !(await isKnownZone(tx.manager, timeZone))) return;
  const setting = await settingOf(tx.manager, account.id);
  const isChosen = setting.timeZone !== null && !setting.isTimeZoneHeard;
  if (isChosen || setting.timeZone === timeZone) return;
  Object.assign(setting, { timeZone, isTimeZoneHeard: true });
  await tx.manager.save(NotificationSetting, setting);
  await rescheduleWaiting(tx, setting);
}
