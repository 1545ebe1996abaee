import type { ServiceParts } from "@convene/shared/service/service-definition";
import { publishGroups } from "../working-group/working-group.feed.ts";
import { keepInStep } from "./seat.repository.ts";

/**
 * Seats begin and end with the day, when nobody writes anything: brings the protection of all groups
 * in step, and tells those that changed. Idempotent; to be run once a day, and at every start.
 */
export function turnOfDay({ transactions }: ServiceParts, day: string): Promise<void> {
  return transactions.write(async (tx) => {
    await publishGroups(tx, await keepInStep(tx.manager, day));
  });
}
