import type { Transaction } from "@convene/shared/database/transaction";
import { type NoticePayload, noticeSchema } from "@convene/shared/notice/notice";
import type { AppliedChange, Replica } from "@convene/shared/replica/replica";
import { ArrayOverlap, In } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { Notification } from "../notification/notification.entity.ts";
import { notify } from "../notification/notification.service.ts";
import { PersonNews } from "../person-mail/person-news.entity.ts";
import { tellWithoutAccount } from "../person-news/person-news.service.ts";
import { Notice } from "./notice.entity.ts";

/**
 * What a service wants people to be told. It knows who they are, and not where they read mail: that
 * is known here, and here alone.
 */
const noticesOf = (source: string): Replica<NoticePayload> => ({
  source,
  type: "Notice",
  isNamedHere: false,
  payload: noticeSchema,
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    for (const change of changes) if (await isNew(tx, change)) await tell(tx, change);
  },
  remove: async (manager, tombstones) => {
    const ids = tombstones.map(({ id }) => id);
    await manager.delete(Notice, { id: In(ids) });
    // Its words are gone where they were written: they are not mailed any more.
    await manager.delete(Notification, { noticeId: In(ids) });
    await manager.delete(PersonNews, { noticeId: In(ids) });
  },
  clear: () => Promise.resolve(),
});

export const noticeReplicas = ["stakeholders", "working-groups", "meetings", "discovery"].map(
  noticesOf,
);

async function isNew({ manager }: Transaction, change: AppliedChange<unknown>): Promise<boolean> {
  const { id, version } = change;
  const rows: unknown[] = await manager.query(
    "INSERT INTO notice (id, version) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id",
    [id, version],
  );
  return rows.length > 0;
}

/**
 * Where the address of an account is proven; and, of what they are asked for, people without one where
 * whoever keeps their record has said that they read mail.
 */
async function tell(tx: Transaction, { id, payload }: AppliedChange<NoticePayload>) {
  const { people, moderators, except, item } = payload;
  const moderate = moderators ? [PlatformRole.MODERATOR, PlatformRole.ADMIN] : [];
  const found = await tx.manager.find(Account, {
    where: [
      { personId: In(people), emailVerified: true },
      { platform: ArrayOverlap(moderate), emailVerified: true },
    ],
  });
  const ids = found.filter(({ personId }) => personId !== except).map(({ id }) => id);
  await notify(tx, ids.sort(), { id, item });
  const others = people.filter((person) => person !== except);
  await tellWithoutAccount(tx, others, { id, item });
}
