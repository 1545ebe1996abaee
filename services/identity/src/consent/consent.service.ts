import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { DataSource } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { Consent } from "./consent.entity.ts";
import { ConsentKind, ConsentMeans } from "./consent.enum.ts";
import { publishListing } from "./consent.feed.ts";
import type { GiveConsentInput, WithdrawConsentInput } from "./consent.inputs.ts";
import { canConsent, canSeeConsents } from "./consent.policy.ts";

/**
 * The notice on what is done with data, `docs/privacy.md`, in short at `/auth/privacy`: whenever its
 * sense changes, a new one.
 */
export const NOTICE_VERSION = "2026-11";

/** Whoever has said more is shown the latest; the download has all. */
const SHOWN = 100;

export interface Said {
  readonly kind: ConsentKind;
  readonly given: boolean;
  readonly means: ConsentMeans;
  readonly userAgent: string | null;
}

export class ConsentService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** What was said, the latest first: for the account itself alone. */
  async seenBy(viewer: Viewer | null, accountId: string): Promise<Consent[]> {
    return canSeeConsents(viewer, accountId) ? this.ofAccount(accountId) : [];
  }

  ofAccount(accountId: string): Promise<Consent[]> {
    return this.db.manager.find(Consent, {
      where: { accountId },
      order: { id: "DESC" },
      take: SHOWN,
    });
  }

  /** @throws BAD_USER_INPUT with the field `version` for a notice that is not the one of now */
  give(viewer: Viewer, { kind, version }: GiveConsentInput): Promise<Consent> {
    const isNotice = kind === ConsentKind.PRIVACY_NOTICE;
    if (isNotice && version !== NOTICE_VERSION) {
      throw invalid("version", `The notice of now has the version ${NOTICE_VERSION}`);
    }
    return this.say(viewer, { kind, given: true });
  }

  withdraw(viewer: Viewer, { kind }: WithdrawConsentInput): Promise<Consent> {
    return this.say(viewer, { kind, given: false });
  }

  /** On a page, by the account whose session it is. */
  sayFor(accountId: string, said: Said): Promise<Consent> {
    return this.transactions.write((tx) => record(tx, accountId, said));
  }

  private say(viewer: Viewer, said: Pick<Said, "kind" | "given">): Promise<Consent> {
    if (!canConsent(viewer, viewer.id))
      throw forbidden("Nobody agrees by a key: sign in to do that");
    return this.sayFor(viewer.id, { ...said, means: ConsentMeans.GRAPH, userAgent: null });
  }
}

/**
 * Adds what was said, and lets it have its effect. To say again what stands already adds nothing.
 *
 * @throws FORBIDDEN for a token that belongs to no account
 */
export async function record(tx: Transaction, accountId: string, said: Said): Promise<Consent> {
  const account = await tx.lock(Account, accountId);
  if (!account) throw forbidden("Only somebody with an account agrees to anything");
  const { kind, given } = said;
  const version = kind === ConsentKind.PRIVACY_NOTICE ? NOTICE_VERSION : null;
  const [standing] = await tx.manager.find(Consent, {
    where: { accountId, kind },
    order: { id: "DESC" },
    take: 1,
  });
  if (standing?.given === given && standing.version === version) return standing;
  const consent = Object.assign(new Consent(), {
    ...{ ...said, id: newId("cns"), accountId, version },
    userAgent: said.userAgent?.slice(0, 500) ?? null,
    recordedAt: new Date(),
  });
  await tx.manager.insert(Consent, consent);
  if (kind === ConsentKind.PUBLIC_LISTING) {
    await publishListing(tx, { person: account.personId, listed: given });
  }
  return consent;
}
