import { type MailLanguage, mailLanguageOf } from "@convene/shared/mail/mail-language";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { Invitation } from "./invitation.entity.ts";
import { publishStops } from "./invitation-stop.feed.ts";
import {
  INVITATION_STOP_KEY,
  invitationStopOf,
  stopHash,
  stopToken,
} from "./invitation-stop.value.ts";
import { StoppedAddress } from "./stopped-address.entity.ts";

export interface FoundStop {
  /** Of the mail; null where nothing of that is kept any more. */
  readonly language: MailLanguage | null;
}

/** Who wants to be invited no more, whichever network invites. */
export class InvitationStopService {
  private readonly key: () => string;

  constructor(private readonly parts: Pick<ServiceParts, "db" | "transactions" | "site">) {
    this.key = () => parts.site.keyFor(INVITATION_STOP_KEY);
  }

  /** Where one POST stops them. */
  linkFor({ id, email }: Pick<Invitation, "id" | "email">): string {
    const token = stopToken(this.key(), { invitation: id, hash: stopHash(this.key(), email) });
    return `${this.parts.site.url()}/auth/invitation/stop?token=${token}`;
  }

  /** Whether nothing may be mailed there: then whoever has invited is told. */
  async isStopped({ id, email }: Pick<Invitation, "id" | "email">): Promise<boolean> {
    const { db, transactions } = this.parts;
    const stopped = { id: stopHash(this.key(), email) };
    if (!(await db.manager.existsBy(StoppedAddress, stopped))) return false;
    await transactions.write((tx) => publishStops(tx, [id]));
    return true;
  }

  /** Looking stops nothing. Null for a token that was not made here. */
  async find(token: string): Promise<FoundStop | null> {
    const stop = invitationStopOf(this.key(), token);
    if (!stop) return null;
    const found = await this.parts.db.manager.findOneBy(Invitation, { id: stop.invitation });
    return { language: found?.language ? mailLanguageOf([found.language]) : null };
  }

  /** Also twice, and long after the invitation is gone. */
  async stop(token: string): Promise<FoundStop | null> {
    const stop = invitationStopOf(this.key(), token);
    if (!stop) return null;
    await this.parts.transactions.write(async (tx) => {
      const stopped = { id: stop.hash, stoppedAt: new Date() };
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(StoppedAddress)
        .values(stopped)
        .orIgnore()
        .execute();
      const invitation = await tx.manager.findOneBy(Invitation, { id: stop.invitation });
      if (!invitation) return;
      const { email } = invitation;
      const all = await tx.manager.find(Invitation, { select: { id: true }, where: { email } });
      await publishStops(
        tx,
        all.map(({ id }) => id),
      );
    });
    return this.find(token);
  }
}
