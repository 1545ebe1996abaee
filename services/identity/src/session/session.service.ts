import { randomBytes } from "node:crypto";
import type { Transactions } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { type DataSource, LessThan, MoreThan } from "typeorm";
import type { Account } from "../account/account.entity.ts";
import { canManageAccount } from "../account/account.policy.ts";
import { isDue, sessionEnd } from "../sign-in/session-life.value.ts";
import { Session } from "./session.entity.ts";
import type { EndSessionInput } from "./session.inputs.ts";
import { canEndSession, canSeeSessions } from "./session.policy.ts";

/** Whoever has more is shown the latest. */
const SHOWN = 100;

export class SessionService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Those that have not ended, the latest first. */
  ofAccount(accountId: string): Promise<Session[]> {
    return this.db.manager.find(Session, {
      where: { accountId, expiresAt: MoreThan(new Date()) },
      order: { createdAt: "DESC", id: "DESC" },
      take: SHOWN,
    });
  }

  /** Those of one's own account alone. */
  async seenBy(viewer: Viewer | null, accountId: string): Promise<Session[]> {
    return canSeeSessions(viewer, accountId) ? this.ofAccount(accountId) : [];
  }

  /** Whose it is, as long as it has not ended. */
  async accountOf(id: string): Promise<Account | null> {
    const session = await this.db.manager.findOne(Session, {
      where: { id, expiresAt: MoreThan(new Date()) },
      relations: { account: true },
    });
    return session?.account ?? null;
  }

  async end(viewer: Viewer, { id }: EndSessionInput): Promise<Session> {
    if (!canManageAccount(viewer)) throw forbidden("A key ends no sessions: sign in to do that");
    return this.transactions.write(async (tx) => {
      const session = await tx.lock(Session, id);
      if (!session || !canEndSession(viewer, session)) throw notFound("Session", id);
      await tx.manager.delete(Session, { id });
      return session;
    });
  }

  /** Whoever uses a session keeps it, within bounds; once a day is often enough to write so. */
  async noteUse(id: string, usedAt: Date): Promise<void> {
    if (!isDue(usedAt)) return;
    await this.transactions.write(async (tx) => {
      const session = await tx.lock(Session, id);
      if (session) await tx.manager.update(Session, { id }, usedNow(session));
    });
  }

  /**
   * A new token in place of the one before, which is worth nothing from now on: a stolen one does
   * not stay good. Null where it is not yet time, a day after the last.
   */
  rotate(id: string): Promise<string | null> {
    return this.transactions.write(async (tx) => {
      const session = await tx.lock(Session, id);
      if (!session || !isDue(session.rotatedAt)) return null;
      const token = randomBytes(24).toString("base64url");
      const rotated = { ...usedNow(session), token, rotatedAt: new Date() };
      await tx.manager.update(Session, { id }, rotated);
      return token;
    });
  }
}

const usedNow = ({ createdAt }: Session) => ({
  updatedAt: new Date(),
  expiresAt: sessionEnd(createdAt),
});

/** Every day: what nobody can use any more is not kept. */
export async function forgetEndedSessions(
  { manager }: DataSource,
  now = new Date(),
): Promise<void> {
  await manager.delete(Session, { expiresAt: LessThan(now) });
  await manager.query("DELETE FROM verification WHERE expires_at < $1", [now]);
}
