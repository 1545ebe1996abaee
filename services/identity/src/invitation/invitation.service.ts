import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Transaction } from "@convene/shared/database/transaction";
import { Account } from "../account/account.entity.ts";
import { insertAccount } from "../account/account.service.ts";
import { publishAcceptances } from "./invitation.feed.ts";
import { Invitation } from "./invitation.replica.ts";
import { INVITATION_KEY, invitationOf } from "./invitation-token.value.ts";

export interface Acceptance {
  readonly token: string;
  /** Of whoever has no account yet. */
  readonly name: string;
}

/** An invitation that is good, to somebody who has an account already or not. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly account: Account | null;
}

export class InvitationService {
  constructor(private readonly parts: ServiceParts) {}

  /** Null when it is not good, or not any more. Looking does not use it up. */
  async find(token: string): Promise<OpenInvitation | null> {
    const { db, feeds } = this.parts;
    const id = this.idOf(token);
    if (id === null) return null;
    // It may have been taken back, or sent again, a moment ago.
    await feeds.catchUp("stakeholders");
    const invitation = await db.manager.findOneBy(Invitation, { id });
    if (!invitation || !isGood(invitation)) return null;
    const account = await db.manager.findOneBy(Account, { email: invitation.email });
    return { invitation, account };
  }

  /**
   * Uses the invitation up. Whoever has its link reads the mail of its address: the account of that
   * address accepts it, or one that is made. Null when it is not good, or not any more.
   *
   * @throws BAD_USER_INPUT with the field `name`: then it is still good
   */
  async accept({ token, name }: Acceptance): Promise<Account | null> {
    const id = this.idOf(token);
    if (id === null) return null;
    await this.parts.feeds.catchUp("stakeholders");
    return this.parts.transactions.write(async (tx) => {
      const invitation = await tx.lock(Invitation, id);
      if (!invitation || !isGood(invitation)) return null;
      const account = await accountOf(tx, invitation, name);
      Object.assign(invitation, { acceptedBy: account.id, acceptedAt: new Date() });
      await tx.manager.save(invitation);
      await publishAcceptances(tx, [id]);
      return account;
    });
  }

  private idOf(token: string): string | null {
    return invitationOf(this.parts.site.keyFor(INVITATION_KEY), token);
  }
}

const isGood = ({ isRevoked, acceptedAt, expiresAt }: Invitation): boolean =>
  !isRevoked && acceptedAt === null && expiresAt > new Date();

async function accountOf(tx: Transaction, { email }: Invitation, name: string): Promise<Account> {
  const known = await tx.manager.findOneBy(Account, { email });
  if (!known) return insertAccount(tx, { name, email, emailVerified: true, platform: [] });
  await tx.manager.update(Account, { id: known.id }, { emailVerified: true });
  return known;
}
