import { canSee } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, notFound } from "@convene/shared/errors";
import { pageUrl } from "@convene/shared/page/page-link";
import type { Site } from "@convene/shared/site";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { canConvene } from "../convener/convener.policy.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { askedBy } from "../poll-invitation/seat-filler.repository.ts";
import { lockPoll, lockPollToRun } from "../poll/poll-lock.service.ts";
import { Poll } from "../poll/poll.entity.ts";
import { canSeePoll } from "../poll/poll.policy.ts";
import { PollLink } from "./poll-link.entity.ts";
import { freshLink } from "./own-link.service.ts";
import type { CreatePollLinkInput, RevokePollLinkInput } from "./poll-link.inputs.ts";
import { latestExpiry, pageOf, usualExpiry } from "./poll-link.value.ts";
import { allNotices } from "./poll-notice.feed.ts";

export interface PollLinkParts {
  readonly transactions: Transactions;
  readonly site: Site;
}

export class PollLinkService {
  constructor(private readonly parts: PollLinkParts) {}

  /** Others of the same invitation stay: each is revoked by itself. */
  create(viewer: Viewer, input: CreatePollLinkInput): Promise<PollLink> {
    const { site, transactions } = this.parts;
    const told = (link: PollLink) => Object.assign(link, { url: pageUrl(site, pageOf(link.id)) });
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createPollLink",
        input,
        first: async () => {
          const asked = await lockInvitation(tx, viewer, {
            id: input.invitation,
            missing: notFound("PollInvitation", input.invitation),
          });
          const fresh = { ...asked, expiresAt: expiryOf(asked, input) };
          return told(await tx.manager.save(freshLink(tx, site, fresh)));
        },
        again: async (id) => told(await lockLink(tx, viewer, id)),
      }),
    );
  }

  /** A second time changes nothing. */
  revoke(viewer: Viewer, input: RevokePollLinkInput): Promise<PollLink> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "revokePollLink",
        input,
        first: async () => {
          const link = await lockLink(tx, viewer, input.id);
          Object.assign(link, { revokedAt: link.revokedAt ?? new Date() });
          await tx.manager.save(link);
          // What waits to be mailed would lead nowhere.
          await tx.publish(allNotices([link]));
          return link;
        },
        again: (id) => lockLink(tx, viewer, id),
      }),
    );
  }
}

/** Who is asked by what, and whose own the link is. */
interface Asked {
  readonly poll: Poll;
  readonly invitation: PollInvitation;
  readonly personId: string | null;
}

function expiryOf({ poll }: Asked, { expiresAt }: CreatePollLinkInput): Date {
  const until = expiresAt ?? usualExpiry(poll);
  if (until.getTime() > Date.now() && until <= latestExpiry(poll)) return until;
  throw invalid("expiresAt", "A link opens until some time from now to 30 days after the deadline");
}

/** For whose it is, and for those who convene. */
async function lockLink(tx: Transaction, viewer: Viewer, id: string): Promise<PollLink> {
  const missing = notFound("PollLink", id);
  const link = await tx.lock(PollLink, id);
  if (!link) throw missing;
  if (viewer.person === null || link.personId !== viewer.person) {
    const { poll } = await lockInvitation(tx, viewer, { id: link.invitationId, missing });
    if (!canConvene(viewer, poll)) throw forbidden("It belongs to somebody else");
  }
  return link;
}

/** @throws NOT_FOUND also where the invited are hidden; FORBIDDEN */
async function lockInvitation(
  tx: Transaction,
  viewer: Viewer,
  { id, missing }: { readonly id: string; readonly missing: Error },
): Promise<Asked> {
  const invitation = await tx.manager.findOneBy(PollInvitation, { id });
  if (!invitation) throw missing;
  // By the id that was asked for: of a poll that is hidden not even its own is told.
  const seen = await tx.manager.findOneBy(Poll, { id: invitation.pollId });
  if (!seen || !canSeePoll(viewer, seen)) throw missing;
  const { person } = viewer;
  if (person !== null && (await askedBy(tx.manager, invitation, seen.groupId)).includes(person)) {
    return { poll: await lockPoll(tx, viewer, seen.id), invitation, personId: person };
  }
  const poll = await lockPollToRun(tx, viewer, seen.id);
  if (!(await isVisible(tx.manager, viewer, invitation))) throw missing;
  return { poll, invitation, personId: null };
}

async function isVisible(
  manager: EntityManager,
  viewer: Viewer,
  { organisationId, personId }: PollInvitation,
): Promise<boolean> {
  const found =
    organisationId === null
      ? await manager.findOneBy(PersonReplica, { id: personId ?? "" })
      : await manager.findOneBy(OrganisationReplica, { id: organisationId });
  return found !== null && canSee(viewer, found);
}
