import type { Transaction } from "@convene/shared/database/transaction";
import { tokenHashOf } from "@convene/shared/page/page-link";
import type { Site } from "@convene/shared/site";
import { newId } from "@convene/shared/type-id";
import { IsNull, LessThan, Not } from "typeorm";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { askedByEach } from "../poll-invitation/seat-filler.repository.ts";
import type { Poll } from "../poll/poll.entity.ts";
import { PollLink } from "./poll-link.entity.ts";
import { pageOf, usualExpiry } from "./poll-link.value.ts";
import { allNotices, askingNotices } from "./poll-notice.feed.ts";

export interface FreshLink {
  readonly poll: Pick<Poll, "id" | "deadline">;
  readonly invitation: Pick<PollInvitation, "id">;
  readonly personId: string | null;
  readonly expiresAt?: Date;
}

export function freshLink(
  { manager }: Transaction,
  site: Site,
  { poll, invitation, personId, expiresAt = usualExpiry(poll) }: FreshLink,
): PollLink {
  const id = newId("plk");
  return manager.create(PollLink, {
    ...{ id, pollId: poll.id, invitationId: invitation.id, personId, expiresAt },
    ...{ tokenHash: tokenHashOf(site, pageOf(id)), timeZone: null, reminders: 0 },
    ...{ openedAt: null, revokedAt: null, createdAt: new Date() },
  });
}

/**
 * The own links of all who are asked by a poll and have not answered, nor anybody for their seat. Who
 * has none yet is given one, such as a new delegate.
 */
export async function linksOfWaiting(tx: Transaction, site: Site, poll: Poll): Promise<PollLink[]> {
  const { manager } = tx;
  const waiting = await manager.findBy(PollInvitation, { pollId: poll.id, answeredAt: IsNull() });
  const asked = await askedByEach(manager, waiting, () => poll.groupId);
  const known = await ownLinks(tx, { pollId: poll.id });
  const links = waiting.flatMap((invitation) => {
    const people = [...new Set(asked.get(invitation.id))];
    return people.map(
      (personId) =>
        known.find((link) => link.invitationId === invitation.id && link.personId === personId) ??
        freshLink(tx, site, { poll, invitation, personId }),
    );
  });
  await manager.save(links.filter((link) => !known.includes(link)));
  return links.filter(({ revokedAt }) => revokedAt === null);
}

const ownLinks = (
  { manager }: Transaction,
  of: { readonly pollId: string } | { readonly invitationId: string },
): Promise<PollLink[]> => manager.findBy(PollLink, { ...of, personId: Not(IsNull()) });

/** Somebody has answered: nobody is asked or reminded of it any more. */
export async function tellAnswered(tx: Transaction, { id }: PollInvitation): Promise<void> {
  await tx.publish(askingNotices(await ownLinks(tx, { invitationId: id })));
}

/** It takes no more answers. */
export async function tellClosed(tx: Transaction, { id }: Poll): Promise<void> {
  await tx.publish(askingNotices(await ownLinks(tx, { pollId: id })));
}

/** A time was chosen: all who were asked hear of it, also who has not answered. */
export async function tellDecided(tx: Transaction, { id }: Poll): Promise<void> {
  await tx.publish(allNotices(await ownLinks(tx, { pollId: id })));
}

/** With what they have told, which names people. */
export async function forgetOldLinks(tx: Transaction, before: Date): Promise<void> {
  const expiresAt = LessThan(before);
  const old = await tx.manager.findBy(PollLink, { expiresAt });
  await tx.manager.delete(PollLink, { expiresAt });
  await tx.publish(allNotices(old));
}
