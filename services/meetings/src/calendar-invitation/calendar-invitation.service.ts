import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { NoticeItem } from "@convene/shared/notice/notice";
import { newId } from "@convene/shared/type-id";
import { In } from "typeorm";
import { type Turns, turnsOf, turnWordsFor } from "../rotation/turn-words.repository.ts";
import { CalendarInvitation } from "./calendar-invitation.entity.ts";
import { changeFor } from "./invitation-change.value.ts";
import { type Guest, guestsOfSubject } from "./invitation-guest.repository.ts";
import { cancellationOf, requestOf } from "./invitation-letter.value.ts";
import { findSubject, type Subject } from "./invitation-subject.repository.ts";
import { MeetingNotice } from "./meeting-notice.entity.ts";
import { meetingNoticeFeed } from "./meeting-notice.feed.ts";

interface Letters {
  readonly person: string;
  readonly items: readonly (NoticeItem | null)[];
}

/** Somebody who is to be told, and what they know then. */
interface Invited {
  readonly invitation: CalendarInvitation;
  readonly letters: Letters;
}

/** Who is invited to which meetings, and what their calendars know of them. */
export class CalendarInvitationService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Tells everybody concerned what they do not know yet of a meeting or a series; whoever is not
   * concerned any more, that it is over for them. A second time there is nothing to tell. As many
   * statements, however many guests there are.
   */
  bringUpToDate(id: string, now = new Date()): Promise<void> {
    return this.transactions.write(async (tx) => {
      await tx.manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [id]);
      const subject = await findSubject(tx.manager, id, now);
      if (!subject) return;
      const guests = await guestsOfSubject(tx.manager, subject);
      const knownBy = new Map(subject.known.map((one) => [one.personId, one]));
      const turns = await turnsOf(tx.manager, [...subject.past, ...subject.ahead]);
      const asking = { ...subject, turns };
      const invited = guests.flatMap(
        (guest) => invite(asking, guest, knownBy.get(guest.personId) ?? null) ?? [],
      );
      const asked = new Set(guests.map(({ personId }) => personId));
      const gone = subject.known.filter(({ personId }) => !asked.has(personId));
      await keep(
        tx,
        invited.map(({ invitation }) => invitation),
      );
      await forget(tx, gone);
      await tell(tx, [
        ...invited.map(({ letters }) => letters),
        ...gone.map((invitation) => withdrawal(subject, invitation)),
      ]);
    });
  }
}

/** Null where there is nothing that they do not know. */
function invite(
  subject: Subject & { readonly turns: Turns },
  guest: Guest,
  before: CalendarInvitation | null,
): Invited | null {
  const { series, now } = subject;
  const person = guest.personId;
  const { told, ...change } = changeFor(guest, before?.told ?? {}, subject);
  const { past, shown, isWhole, changed, cancelled } = change;
  if (changed.length + cancelled.length === 0) return null;
  const title = (shown[0] ?? before)?.title ?? "";
  const invitation = Object.assign(before ?? newInvitation(subject, { person, title }), {
    organisationId: guest.organisationId,
    isByName: guest.isByName,
  });
  const { viewer } = guest;
  const letter = { invitation, series, now, viewer };
  const descriptions = turnWordsFor(viewer, subject.turns);
  const event = before ? ("MEETING_CHANGED" as const) : ("MEETING_INVITED" as const);
  const items = [
    cancellationOf({ ...letter, event: "MEETING_CANCELLED", cancelled, isWhole: false }),
    requestOf({ ...letter, event, past, shown, changed, isWhole, descriptions }),
  ];
  return {
    invitation: Object.assign(invitation, { told, title, toldAt: now }),
    letters: { person, items },
  };
}

const newInvitation = (
  { id, series }: Subject,
  { person, title }: { readonly person: string; readonly title: string },
): CalendarInvitation =>
  Object.assign(new CalendarInvitation(), {
    id: newId("cin"),
    seriesId: series ? id : null,
    meetingId: series ? null : id,
    personId: person,
    told: {},
    title,
  });

function withdrawal({ series, ahead, now }: Subject, invitation: CalendarInvitation): Letters {
  const change = { invitation, series, now, event: "MEETING_WITHDRAWN" as const };
  const cancelled = ahead.filter(({ recurrenceStart }) => invitation.told[recurrenceStart ?? ""]);
  return {
    person: invitation.personId,
    items: [cancellationOf({ ...change, cancelled, isWhole: true })],
  };
}

async function keep({ manager }: Transaction, invitations: CalendarInvitation[]): Promise<void> {
  if (invitations.length > 0) await manager.upsert(CalendarInvitation, invitations, ["id"]);
}

async function forget({ manager }: Transaction, gone: readonly CalendarInvitation[]) {
  if (gone.length > 0) await manager.delete(CalendarInvitation, { id: In(gone.map(idOf)) });
}

async function tell(tx: Transaction, all: readonly Letters[]): Promise<void> {
  const createdAt = new Date();
  const notices = all.flatMap(({ person, items }) =>
    items.flatMap((item) =>
      item ? [{ id: newId("ntc"), people: [person], item, createdAt }] : [],
    ),
  );
  if (notices.length > 0) await tx.manager.insert(MeetingNotice, notices);
  await tx.publish({ ...meetingNoticeFeed, ids: notices.map(idOf) });
}

const idOf = ({ id }: { readonly id: string }): string => id;
