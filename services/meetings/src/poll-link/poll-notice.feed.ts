import type { NoticeItem, NoticePayload } from "@convene/shared/notice/notice";
import type { Publication } from "@convene/shared/outbox/outbox";
import { type EntityManager, In } from "typeorm";
import { takesAnswers } from "../poll/poll.policy.ts";
import { PollLink } from "./poll-link.entity.ts";
import { pageOf } from "./poll-link.value.ts";

/*
 * What whoever has a link of their own is told by mail. Each notice is known by the link and what it
 * tells of: so a job that is done twice tells nothing twice. It is there for as long as it is true:
 * once somebody has answered, what waits to be mailed asks them no more.
 */
const DECIDED = "decided";

export const noticeOf = ({ id }: Pick<PollLink, "id">, reminder: number): string =>
  reminder === 0 ? id : `${id}:${reminder}`;

type Told = Pick<PollLink, "id" | "reminders">;

const asking = (link: Told): string[] =>
  Array.from({ length: link.reminders + 1 }, (_, reminder) => noticeOf(link, reminder));

/** Some of what these are told, by its ids. */
export const notices = (ids: readonly string[]): Publication => ({
  type: "Notice",
  ids,
  load: loadNotices,
});

/** What has asked them, and reminded them. */
export const askingNotices = (links: readonly Told[]): Publication =>
  notices(links.flatMap(asking));

/** And which time was chosen. */
export const allNotices = (links: readonly Told[]): Publication =>
  notices(links.flatMap((link) => [...asking(link), `${link.id}:${DECIDED}`]));

async function loadNotices(manager: EntityManager, ids: readonly string[]) {
  const parts = ids.map((id) => ({ id, parts: id.split(":", 2) }));
  const links = await manager.find(PollLink, {
    where: { id: In(parts.map(({ parts: [link] }) => link)) },
    relations: { invitation: true, poll: { meeting: true } },
  });
  const known = new Map(links.map((link) => [link.id, link]));
  const payloads = parts.flatMap(({ id, parts: [link = "", what] }) => {
    const payload = payloadOf(known.get(link), what);
    return payload ? [[id, payload] as const] : [];
  });
  return new Map(payloads);
}

/** Null for what is not true, or not any more. */
function payloadOf(link: PollLink | undefined, what: string | undefined): NoticePayload | null {
  if (!link || link.personId === null || link.revokedAt !== null) return null;
  const item = what === DECIDED ? decisionOf(link) : questionOf(link, what);
  return item && { people: [link.personId], moderators: false, except: null, item };
}

function questionOf({ id, poll, invitation }: PollLink, reminder?: string): NoticeItem | null {
  if (!takesAnswers(poll) || invitation.answeredAt !== null) return null;
  const { title, deadline, timeZone } = poll;
  return {
    event: reminder === undefined ? "POLL_ASKED" : "POLL_REMINDER",
    ...{ title, name: null, text: null },
    at: { moment: deadline.toISOString(), timeZone },
    page: pageOf(id),
  };
}

function decisionOf({ id, poll }: PollLink): NoticeItem | null {
  if (!poll.meeting) return null;
  const { title, startsAt, timeZone } = poll.meeting;
  return {
    ...{ event: "POLL_DECIDED", title, name: null, text: null },
    at: { moment: startsAt.toISOString(), timeZone },
    page: pageOf(id),
  };
}
