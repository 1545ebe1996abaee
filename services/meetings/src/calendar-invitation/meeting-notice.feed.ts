import type { NoticePayload } from "@convene/shared/notice/notice";
import { type EntityManager, In } from "typeorm";
import { MeetingNotice } from "./meeting-notice.entity.ts";

/** Tells the service of accounts whom to write to, and what. */
export const meetingNoticeFeed = { type: "Notice", load: loadPayloads };

async function loadPayloads(manager: EntityManager, ids: readonly string[]) {
  const notices = await manager.findBy(MeetingNotice, { id: In([...ids]) });
  return new Map(notices.map((notice) => [notice.id, payloadOf(notice)]));
}

const payloadOf = ({ people, item }: MeetingNotice): NoticePayload => ({
  people,
  moderators: false,
  except: null,
  item,
});
