import type { Transaction } from "@convene/shared/database/transaction";
import type { NoticePayload } from "@convene/shared/notice/notice";
import { type EntityManager, In } from "typeorm";
import { Notice } from "./notice.entity.ts";

/** Tells the service of accounts whom to write to, and what. */
export const publishNotices = (tx: Transaction, ids: readonly string[]): Promise<void> =>
  tx.publish({ type: "Notice", ids, load: loadPayloads });

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const notices = await manager.findBy(Notice, { id: In([...ids]) });
  return new Map(notices.map((notice) => [notice.id, payloadOf(notice)]));
}

const payloadOf = ({ people, moderators, exceptId, item }: Notice): NoticePayload => ({
  people,
  moderators,
  except: exceptId,
  item,
});
