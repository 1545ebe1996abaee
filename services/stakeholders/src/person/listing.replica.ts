import { Audience } from "@convene/shared/audience";
import type { Transaction } from "@convene/shared/database/transaction";
import type { AppliedChange, Replica } from "@convene/shared/replica/replica";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { z } from "zod";
import { noteAudience } from "./audience-change.repository.ts";
import { Person } from "./person.entity.ts";
import { publishPeople } from "./person.feed.ts";

const listingSchema = z.object({ listed: z.boolean() });

type Listing = z.infer<typeof listingSchema>;

/**
 * Whether somebody agrees that everybody sees them. What they have said has its effect once, in the
 * order in which they said it: an audience that is chosen later stands, also when the feed is read
 * again from the start.
 */
export const listingReplica: Replica<Listing> = {
  source: "identity",
  type: "Listing",
  payload: listingSchema,
  apply: () => Promise.resolve(),
  follow: async (tx, changes) => {
    for (const change of changes) await settle(tx, change);
  },
  remove: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

async function settle(tx: Transaction, { id, version, payload }: AppliedChange<Listing>) {
  const person = await tx.lock(Person, id);
  if (!person || Number(person.listingVersion ?? 0) >= version) return;
  const before = person.audience;
  const isDown = before === Audience.TAKEN_DOWN;
  if (isDown) await settleBelow(tx, id, payload);
  const audience = isDown ? before : audienceOf(before, payload);
  Object.assign(person, { audience, listingVersion: String(version) });
  await tx.manager.save(person);
  await noteAudience(tx, person, { before, by: null });
  await publishPeople(tx, [id]);
}

/** While moderators have taken them down, what they say has its effect once they are restored. */
async function settleBelow({ manager }: Transaction, id: string, payload: Listing): Promise<void> {
  const record = await manager.findOneBy(TakenDownRecord, { id });
  if (!record) return;
  await manager.update(TakenDownRecord, { id }, { audience: audienceOf(record.audience, payload) });
}

/** Whoever agrees no more is seen by their networks at most. */
function audienceOf(before: Audience, { listed }: Listing): Audience {
  if (listed) return Audience.PUBLIC;
  return before === Audience.PUBLIC ? Audience.NETWORK : before;
}
