import type { Relationship } from "../relationship/relationship.entity.ts";
import { RelationshipStatus, type RelationshipType } from "../relationship/relationship.enum.ts";

/** What a row says two organisations are to each other, in the order in which it is kept. */
export interface ClaimedTie {
  readonly type: RelationshipType;
  readonly sourceId: string;
  readonly targetId: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** Where the row has it from. */
  readonly knownFrom: string;
}

type Dated = Pick<Relationship, "status" | "startDate" | "endDate">;

const tieKey = ({ type, sourceId, targetId }: Pick<ClaimedTie, "type" | "sourceId" | "targetId">) =>
  `${type} ${sourceId} ${targetId}`;

/** The relationships that the rows of a batch may mean. */
export class TieBook {
  private readonly byKey = new Map<string, Map<string, Readonly<Relationship>>>();

  constructor(ties: readonly Readonly<Relationship>[]) {
    for (const tie of ties) this.put(tie);
  }

  put(tie: Readonly<Relationship>): void {
    const same = this.byKey.get(tieKey(tie)) ?? new Map<string, Readonly<Relationship>>();
    this.byKey.set(tieKey(tie), same.set(tie.id, tie));
  }

  /** Of the same type between the same two. */
  like(claim: ClaimedTie): Readonly<Relationship>[] {
    return [...(this.byKey.get(tieKey(claim))?.values() ?? [])];
  }
}

/** By its end date: what has ended is history. */
export const statusOn = (day: string, endDate: string | null): RelationshipStatus =>
  endDate !== null && endDate <= day ? RelationshipStatus.ENDED : RelationshipStatus.CONFIRMED;

/**
 * The relationship that the row means, among those of the same type between the same two. A date
 * that either does not give tells nothing, so a row without dates means one that has ended too: a
 * file that is older than the end does not begin it anew. Of two that stand open, there is but one.
 */
export function sameTie<T extends Dated>(ties: readonly T[], claim: ClaimedTie, day: string) {
  const isOpen = statusOn(day, claim.endDate) === RelationshipStatus.CONFIRMED;
  const same = ties.filter((tie) => (isOpen && isOpenTie(tie)) || agrees(tie, claim));
  const [best] = same.toSorted(
    (one, other) =>
      likeness(other, claim) - likeness(one, claim) || +isOpenTie(other) - +isOpenTie(one),
  );
  return best ?? null;
}

const isOpenTie = ({ status }: Dated) => status !== RelationshipStatus.ENDED;

type Dates = Pick<ClaimedTie, "startDate" | "endDate">;

function agrees(tie: Dates, claim: Dates): boolean {
  return (
    isEqual(tie.startDate, claim.startDate) &&
    isEqual(tie.endDate, claim.endDate) &&
    isInOrder(tie.startDate, claim.endDate) &&
    isInOrder(claim.startDate, tie.endDate)
  );
}

const isEqual = (one: string | null, other: string | null) =>
  one === null || other === null || one === other;
const isInOrder = (start: string | null, end: string | null) =>
  start === null || end === null || start < end;

const likeness = (tie: Dates, claim: Dates): number =>
  Number(tie.startDate !== null && tie.startDate === claim.startDate) +
  Number(tie.endDate !== null && tie.endDate === claim.endDate);

/**
 * Blanks are filled, where the dates still make sense then; a named source confirms what one side
 * has only proposed. Null where the row adds nothing.
 */
export function fillTie(
  tie: Readonly<Relationship>,
  claim: ClaimedTie,
  day: string,
): Readonly<Relationship> | null {
  const startDate = tie.startDate ?? claim.startDate;
  const endDate = tie.endDate ?? claim.endDate;
  const dates =
    isInOrder(startDate, endDate) || startDate === endDate ? { startDate, endDate } : {};
  const filled = {
    ...tie,
    ...dates,
    knownFrom: tie.knownFrom ?? claim.knownFrom,
    proposerId: null,
  };
  const after = { ...filled, status: isOpenTie(tie) ? statusOn(day, filled.endDate) : tie.status };
  return JSON.stringify(after) === JSON.stringify(tie) ? null : after;
}
