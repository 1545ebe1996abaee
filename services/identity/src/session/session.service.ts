import type { Transactions } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { type DataSource, LessThan, MoreThan } from "typeorm";
import { canManageAccount } from "../account/account.policy.ts";
import { Session } from "./session.entity.ts";
import type { EndSessionInput } from "./session.inputs.ts";

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

  async end(viewer: Viewer, { id }: EndSessionInput): Promise<Session> {
    if (!canManageAccount(viewer)) throw forbidden("A key ends no sessions: sign in to do that");
    return this.transactions.write(async (tx) => {
      const session = await tx.lock(Session, id);
      if (session?.accountId !== viewer.id) throw notFound("Session", id);
      await tx.manager.delete(Session, { id });
      return session;
    });
  }
}

/** Every day: what nobody can use any more is not kept. */
export async function forgetEndedSessions({ manager }: DataSource): Promise<void> {
  await manager.delete(Session, { expiresAt: LessThan(new Date()) });
  await manager.query("DELETE FROM verification WHERE expires_at < now()");
}
