import { Audience } from "../audience.ts";
import { conflict, invalid } from "../errors.ts";

/**
 * For every audience that somebody chooses: moderators alone take down, and what is taken down
 * stays so until they restore it.
 *
 * @param standing what the record has now; null for a new one
 * @throws BAD_USER_INPUT with the field `audience`; CONFLICT
 */
export function expectChoosable(
  standing: Audience | null,
  chosen: Audience | null | undefined,
): void {
  if (chosen === null || chosen === undefined) return;
  if (chosen === Audience.TAKEN_DOWN) {
    throw invalid("audience", "Only moderators take something down: report it");
  }
  if (standing === Audience.TAKEN_DOWN) {
    throw conflict("It was taken down by moderators: who sees it cannot be chosen now");
  }
}
