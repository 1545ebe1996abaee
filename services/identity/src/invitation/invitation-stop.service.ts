import type { Transaction } from "@convene/shared/database/transaction";
import { type MailLanguage, mailLanguageOf } from "@convene/shared/mail/mail-language";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { type EntityManager, In } from "typeorm";
import { PersonMail } from "../person-mail/person-mail.entity.ts";
import { PersonNews } from "../person-mail/person-news.entity.ts";
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

/** Whose mails one stops: an invitation's, or those of a person without an account. */
type Addressed = Pick<Invitation, "id" | "email">;

/** Who wants no more mail that others have caused: whichever network invites, or group asks. */
export class InvitationStopService {
  private readonly key: () => string;

  constructor(private readonly parts: Pick<ServiceParts, "db" | "transactions" | "site">) {
    this.key = () => parts.site.keyFor(INVITATION_STOP_KEY);
  }

  /** Where one POST stops them. */
  linkFor({ id, email }: Addressed): string {
    const token = stopToken(this.key(), { invitation: id, hash: stopHash(this.key(), email) });
    return `${this.parts.site.url()}/auth/invitation/stop?token=${token}`;
  }

  /** Whether nothing may be mailed there: then whoever has invited is told. */
  async isStopped({ id, email }: Addressed): Promise<boolean> {
    if (await this.isWanted(email)) return false;
    await this.parts.transactions.write((tx) => publishStops(tx, [id]));
    return true;
  }

  async isWanted(email: string): Promise<boolean> {
    const stopped = { id: stopHash(this.key(), email) };
    return !(await this.parts.db.manager.existsBy(StoppedAddress, stopped));
  }

  /** Looking stops nothing. Null for a token that was not made here. */
  async find(token: string): Promise<FoundStop | null> {
    const stop = invitationStopOf(this.key(), token);
    if (!stop) return null;
    const found = await addressedBy(this.parts.db.manager, stop.invitation);
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
      const found = await addressedBy(tx.manager, stop.invitation);
      // Where they are written to may be another address by now.
      if (found && stopHash(this.key(), found.email) === stop.hash) {
        await forgetWhatWaits(tx, found.email);
      }
    });
    return this.find(token);
  }
}

interface FoundAddress {
  readonly email: string;
  readonly language: string | null;
}

async function addressedBy(manager: EntityManager, id: string): Promise<FoundAddress | null> {
  const invitation = await manager.findOneBy(Invitation, { id });
  if (invitation) return invitation;
  const mailed = await manager.findOneBy(PersonMail, { id });
  return mailed && { email: mailed.address, language: mailed.language };
}

/** Whoever has invited the address is told. */
async function forgetWhatWaits(tx: Transaction, email: string): Promise<void> {
  const { manager } = tx;
  const invited = await manager.find(Invitation, { select: { id: true }, where: { email } });
  await publishStops(
    tx,
    invited.map(({ id }) => id),
  );
  const mailed = await manager.findBy(PersonMail, { address: email });
  await manager.delete(PersonNews, { personId: In(mailed.map(({ id }) => id)) });
}
