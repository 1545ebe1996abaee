import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { NoticeItem } from "@convene/shared/notice/notice";
import { newId } from "@convene/shared/type-id";
import { turnWords } from "../rotation/turn-words.repository.ts";
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

/** Who is invited to which meetings, and what their calendars know of them. */
export class CalendarInvitationService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Tells everybody concerned what they do not know yet of a meeting or a series; whoever is not
   * concerned any more, that it is over for them. A second time there is nothing to tell.
   */
  bringUpToDate(id: string, now = new Date()): Promise<void> {
    return this.transactions.write(async (tx) => {
      await tx.manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [id]);
      const subject = await findSubject(tx.manager, id, now);
      if (!subject) return;
      const guests = await guestsOfSubject(tx.manager, subject);
      const invited = new Set(guests.map(({ personId }) => personId));
      for (const guest of guests) await this.tell(tx, await invite(tx, subject, guest));
      for (const invitation of subject.known) {
        if (!invited.has(invitation.personId)) {
          await this.tell(tx, await withdraw(tx, subject, invitation));
        }
      }
    });
  }

  private async tell(tx: Transaction, { person, items }: Letters): Promise<void> {
    for (const item of items) {
      if (!item) continue;
      const id = newId("ntc");
      await tx.manager.insert(MeetingNotice, { id, people: [person], item, createdAt: new Date() });
      await tx.publish({ ...meetingNoticeFeed, ids: [id] });
    }
  }
}

async function invite(tx: Transaction, subject: Subject, guest: Guest): Promise<Letters> {
  const { series, now } = subject;
  const person = guest.personId;
  const before = subject.known.find(({ personId }) => personId === person);
  const change = changeFor(guest, before?.told ?? {}, subject);
  const { past, shown, isWhole, changed, cancelled } = change;
  const title = (shown[0] ?? before)?.title ?? "";
  if (changed.length + cancelled.length === 0) return { person, items: [] };
  const invitation = Object.assign(before ?? newInvitation(tx, subject, { person, title }), {
    organisationId: guest.organisationId,
    isByName: guest.isByName,
  });
  const { viewer } = guest;
  const letter = { invitation, series, now, viewer };
  const descriptions = await turnWords(tx.manager, viewer, [...past, ...shown]);
  const event = before ? ("MEETING_CHANGED" as const) : ("MEETING_INVITED" as const);
  const items = [
    cancellationOf({ ...letter, event: "MEETING_CANCELLED", cancelled, isWhole: false }),
    requestOf({ ...letter, event, past, shown, changed, isWhole, descriptions }),
  ];
  await tx.manager.save(Object.assign(invitation, { told: change.told, title, toldAt: now }));
  return { person, items };
}

const newInvitation = (
  { manager }: Transaction,
  { id, series }: Subject,
  { person, title }: { readonly person: string; readonly title: string },
): CalendarInvitation =>
  manager.create(CalendarInvitation, {
    id: newId("cin"),
    seriesId: series ? id : null,
    meetingId: series ? null : id,
    personId: person,
    told: {},
    title,
  });

async function withdraw(
  tx: Transaction,
  { series, ahead, now }: Subject,
  invitation: CalendarInvitation,
): Promise<Letters> {
  const change = { invitation, series, now, event: "MEETING_WITHDRAWN" as const };
  const cancelled = ahead.filter(({ recurrenceStart }) => invitation.told[recurrenceStart ?? ""]);
  await tx.manager.delete(CalendarInvitation, { id: invitation.id });
  return {
    person: invitation.personId,
    items: [cancellationOf({ ...change, cancelled, isWhole: true })],
  };
}
