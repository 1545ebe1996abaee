import type { Audience } from "@convene/shared/audience";
import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { AudienceChange } from "./audience-change.entity.ts";
import type { Person } from "./person.entity.ts";

/** Writes down that the person is shown to others than before, if they are. */
export async function noteAudience(
  { manager }: Pick<Transaction, "manager">,
  { id, audience }: Person,
  { before, by }: { readonly before: Audience; readonly by: string | null },
): Promise<void> {
  if (audience === before) return;
  const change = { id: newId("aud"), personId: id, before, after: audience };
  await manager.insert(AudienceChange, { ...change, changedBy: by, changedAt: new Date() });
}
