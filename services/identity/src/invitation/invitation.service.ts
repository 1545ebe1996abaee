import { setTimeout } from "node:timers/promises";
import type { Transaction } from "@convene/shared/database/transaction";
import { mailLanguageOf } from "@convene/shared/mail/mail-language";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { EntityManager } from "typeorm";
import { ConsentKind, ConsentMeans } from "../consent/consent.enum.ts";
import { record } from "../consent/consent.service.ts";
import { Account } from "../account/account.entity.ts";
import { addAccount } from "../account/account.service.ts";
import { Invitation } from "./invitation.entity.ts";
import { publishAcceptances } from "./invitation.feed.ts";
import { INVITATION_KEY, type InvitationMailing, mailingOf } from "./invitation-token.value.ts";
import { type InvitationStage, stageOf } from "./invitation.policy.ts";

/** By what somebody claims to be the one who was invited. */
export interface InvitationClaim {
  /** Of the link that was mailed; or empty. */
  readonly token: string;
  /** The id: enough for whoever is signed in to the account of the address. */
  readonly id: string;
  /** The account that is signed in. */
  readonly by: string | null;
}

export interface FoundInvitation {
  readonly invitation: Invitation;
  readonly stage: InvitationStage;
}

export interface AcceptedInvitation extends FoundInvitation {
  /** The account that was made for it: it is to be signed in. */
  readonly made: Account | null;
}

/** How long whoever has accepted waits to hear what came of it, in milliseconds. */
const PATIENCE = 2_000;
const PAUSE = 100;

export class InvitationService {
  constructor(private readonly parts: ServiceParts) {}

  /** Null when it is not good, or not any more, or not theirs. Looking does not use it up. */
  async find(claim: InvitationClaim): Promise<FoundInvitation | null> {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const found = await this.look(claim);
      if (found?.stage !== "ACCEPTED" || Date.now() >= until) return found;
      await setTimeout(PAUSE);
    }
  }

  /**
   * Uses the invitation up. Where its address has no account, one is made: whoever has the link
   * reads the mail of that address. An account that is there accepts for itself alone, by a session
   * of its own: a link that was mailed weeks ago opens nobody's account.
   *
   * @returns null when it is not good; else how it stands now: unchanged, where one must sign in
   * @throws BAD_USER_INPUT with the field `name`: then it is still good
   */
  async accept(claim: InvitationClaim, name: string): Promise<AcceptedInvitation | null> {
    const mailing = this.mailingOf(claim);
    await this.parts.feeds.catchUp("stakeholders");
    return this.parts.transactions.write(async (tx) => {
      const invitation = await tx.lock(Invitation, mailing.invitation);
      const stage = invitation && (await this.stage(tx.manager, invitation, claim));
      if (!invitation || !stage) return null;
      if (stage === "OWN_ACCOUNT") return accepted(tx, invitation, { by: claim.by, made: null });
      if (stage !== "NO_ACCOUNT") return { invitation, stage, made: null };
      const made = await addAccount(tx, { ...newAccountOf(invitation), name });
      // Another invitation of the same address was accepted at the same moment.
      if (!made) return { invitation, stage: "OTHER_ACCOUNT", made };
      const said = { kind: ConsentKind.PRIVACY_NOTICE, given: true, userAgent: null };
      await record(tx, made.id, { ...said, means: ConsentMeans.INVITATION });
      return accepted(tx, invitation, { by: made.id, made });
    });
  }

  private async look(claim: InvitationClaim): Promise<FoundInvitation | null> {
    const { db, feeds } = this.parts;
    const { invitation: id } = this.mailingOf(claim);
    if (id === "") return null;
    // It may have been taken back, or sent again, or accepted by somebody else, a moment ago.
    await feeds.catchUp("stakeholders");
    const invitation = await db.manager.findOneBy(Invitation, { id });
    const stage = invitation && (await this.stage(db.manager, invitation, claim));
    return invitation && stage && { invitation, stage };
  }

  private async stage(manager: EntityManager, invitation: Invitation, claim: InvitationClaim) {
    const { email } = invitation;
    const known = await manager.findOneBy(Account, { email });
    const hasLink = this.mailingOf(claim).mailing === invitation.mailings;
    return stageOf(invitation, { known, hasLink, by: claim.by });
  }

  /** By an id alone, it is none. */
  private mailingOf({ token, id }: InvitationClaim): InvitationMailing {
    const mailing = mailingOf(this.parts.site.keyFor(INVITATION_KEY), token);
    return mailing ?? { invitation: id, mailing: 0 };
  }
}

/** Whoever has the link reads the mail of that address. */
const newAccountOf = ({ email, language }: Invitation) => ({
  ...{ email, emailVerified: true, platform: [] },
  language: language === null ? null : mailLanguageOf([language]),
});

async function accepted(
  tx: Transaction,
  invitation: Invitation,
  { by, made }: { readonly by: string | null; readonly made: Account | null },
): Promise<AcceptedInvitation> {
  Object.assign(invitation, { acceptedBy: by, acceptedAt: new Date() });
  await tx.manager.save(invitation);
  await publishAcceptances(tx, [invitation.id]);
  return { invitation, stage: "ACCEPTED", made };
}
