import type { Transaction } from "@convene/shared/database/transaction";
import type { NoticeEvent } from "@convene/shared/notice/notice";
import { newId } from "@convene/shared/type-id";
import { MeetingNotice } from "../calendar-invitation/meeting-notice.entity.ts";
import { meetingNoticeFeed } from "../calendar-invitation/meeting-notice.feed.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import type { AgendaProposal } from "./agenda-proposal.entity.ts";
import type { Place } from "./proposal-place.service.ts";
import { coLeadsOf } from "./proposing-seat.repository.ts";

/** Those who lead the group hear of it; who governs a network looks into its meetings. */
export async function tellCoLeads(
  tx: Transaction,
  proposal: AgendaProposal,
  { groupId, chathamHouse }: Place,
): Promise<void> {
  const leads = groupId === null ? [] : await coLeadsOf(tx.manager, groupId);
  const people = leads.filter((person) => person !== proposal.proposerId);
  const { organisationId: id } = proposal;
  const isNamed = id !== null && !chathamHouse;
  const organisation = isNamed ? await tx.manager.findOneBy(OrganisationReplica, { id }) : null;
  await tell(tx, people, {
    event: "AGENDA_PROPOSED",
    title: proposal.title,
    name: organisation?.name ?? null,
    text: proposal.explanation,
  });
}

const DECIDED = {
  ACCEPTED: "AGENDA_ACCEPTED",
  DECLINED: "AGENDA_DECLINED",
  BACKLOG: "AGENDA_POSTPONED",
} as const;

/** Whoever proposed it hears what became of it, unless it was their own doing. */
export async function tellProposer(
  tx: Transaction,
  { proposerId, title, reason }: AgendaProposal,
  { state, by }: { readonly state: keyof typeof DECIDED; readonly by: string | null },
): Promise<void> {
  const people = proposerId === null || proposerId === by ? [] : [proposerId];
  await tell(tx, people, { event: DECIDED[state], title, name: null, text: reason });
}

interface Item {
  readonly event: NoticeEvent;
  readonly title: string;
  readonly name: string | null;
  readonly text: string | null;
}

async function tell(tx: Transaction, people: string[], item: Item): Promise<void> {
  if (people.length === 0) return;
  const id = newId("ntc");
  await tx.manager.insert(MeetingNotice, { id, people, item, createdAt: new Date() });
  await tx.publish({ ...meetingNoticeFeed, ids: [id] });
}
