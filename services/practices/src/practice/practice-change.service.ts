import { Audience } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { loadPracticePayloads } from "./practice.feed.ts";
import { Practice } from "./practice.entity.ts";
import { audienceOf, canSeePractice } from "./practice.policy.ts";

/** Who changes which practice, by which mutation. */
export interface PracticeChange {
  readonly viewer: Viewer;
  readonly mutation: string;
  readonly input: { readonly idempotencyKey?: string | null };
  /** The practice. */
  readonly id: string;
}

/** What every change of a practice has in common: it is locked, seen by the viewer, and told. */
export class PracticeChangeService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws NOT_FOUND when the practice is gone or hidden. */
  change(
    { viewer, mutation, input, id }: PracticeChange,
    apply: (practice: Practice, tx: Transaction) => Promise<void> | void,
  ): Promise<Practice> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation,
        input,
        first: async () => {
          const practice = await lockVisible(tx, viewer, id);
          await apply(practice, tx);
          return keep(tx, practice);
        },
        again: (changed) => lockVisible(tx, viewer, changed),
      }),
    );
  }
}

/** Writes a practice, new or changed, and tells it. */
export async function keep(tx: Transaction, practice: Practice): Promise<Practice> {
  if (practice.audience !== Audience.TAKEN_DOWN) practice.audience = audienceOf(practice.state);
  await tx.manager.save(Practice, practice);
  await tx.publish({ type: "Practice", ids: [practice.id], load: loadPracticePayloads });
  return practice;
}

export async function lockVisible(tx: Transaction, viewer: Viewer, id: string): Promise<Practice> {
  const practice = await tx.lock(Practice, id);
  if (!practice || !canSeePractice(viewer, practice)) throw notFound("Practice", id);
  return practice;
}
