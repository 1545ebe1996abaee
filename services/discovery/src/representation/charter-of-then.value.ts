import type { CharterNeed, ToldCharter } from "../working-group/working-group.replica.ts";

interface Chartered {
  readonly needs: readonly CharterNeed[];
  readonly charters: readonly ToldCharter[];
}

/**
 * Whom the charter asked for that stood at an instant: nobody before the first was adopted. Of a
 * group that has adopted none, whom it asks for now: since when it does, nobody has noted.
 */
export const neededAt = ({ needs, charters }: Chartered, at: Date): readonly CharterNeed[] =>
  charters.length === 0
    ? needs
    : (charters.findLast(({ since }) => new Date(since) <= at)?.needs ?? []);
