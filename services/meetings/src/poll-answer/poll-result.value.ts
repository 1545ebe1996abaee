import { PollChoice } from "./poll-choice.enum.ts";

export interface AskedSlot {
  readonly id: string;
  readonly startsAt: Date;
}

export interface Respondent {
  readonly id: string;
  readonly isRequired: boolean;
}

export interface GivenAnswer {
  readonly slotId: string;
  readonly invitationId: string;
  readonly choice: PollChoice;
}

/** What the answers say of one time. */
export interface SlotResult {
  readonly slotId: string;
  /** From 1; null for a time that is out: all whom it needs have refused it. */
  readonly rank: number | null;
  readonly yesCount: number;
  readonly ifNeedBeCount: number;
  readonly noCount: number;
  readonly hasQuorum: boolean;
  /** How many of the required have refused it. */
  readonly requiredRefusals: number;
}

export interface AnsweredPoll {
  readonly quorum: number | null;
  readonly slots: readonly AskedSlot[];
  readonly respondents: readonly Respondent[];
  readonly answers: readonly GivenAnswer[];
}

/**
 * Ranks the times: by how few of the required refuse, then those with a quorum, then by how many can
 * come, then by how many can gladly, then the earlier. One that every required respondent has
 * refused is out and has no rank; where none is required, one that all have refused.
 */
export function resultsOf(poll: AnsweredPoll): ReadonlyMap<string, SlotResult> {
  const tallies = poll.slots.map((slot) => tallyOf(poll, slot)).sort(bestFirst);
  let place = 0;
  return new Map(
    tallies.map(({ isOut, startsAt: _, ...tally }) => [
      tally.slotId,
      { ...tally, rank: isOut ? null : (place += 1) },
    ]),
  );
}

interface Tally extends Omit<SlotResult, "rank"> {
  readonly isOut: boolean;
  readonly startsAt: Date;
}

function tallyOf({ quorum, respondents, answers }: AnsweredPoll, slot: AskedSlot): Tally {
  const known = new Set(respondents.map(({ id }) => id));
  const said = new Map(
    answers
      .filter(({ slotId, invitationId }) => slotId === slot.id && known.has(invitationId))
      .map(({ invitationId, choice }) => [invitationId, choice]),
  );
  const count = (choice: PollChoice) =>
    [...said.values()].filter((given) => given === choice).length;
  const required = respondents.filter(({ isRequired }) => isRequired);
  const needed = required.length > 0 ? required : respondents;
  const refuses = ({ id }: Respondent) => said.get(id) === PollChoice.NO;
  const [yesCount, ifNeedBeCount] = [count(PollChoice.YES), count(PollChoice.IF_NEED_BE)];
  return {
    ...{ slotId: slot.id, startsAt: slot.startsAt, yesCount, ifNeedBeCount },
    noCount: count(PollChoice.NO),
    hasQuorum: yesCount + ifNeedBeCount >= (quorum ?? 0),
    requiredRefusals: required.filter(refuses).length,
    isOut: needed.length > 0 && needed.every(refuses),
  };
}

function bestFirst(one: Tally, other: Tally): number {
  return (
    Number(one.isOut) - Number(other.isOut) ||
    one.requiredRefusals - other.requiredRefusals ||
    Number(other.hasQuorum) - Number(one.hasQuorum) ||
    other.yesCount + other.ifNeedBeCount - (one.yesCount + one.ifNeedBeCount) ||
    other.yesCount - one.yesCount ||
    one.startsAt.getTime() - other.startsAt.getTime()
  );
}
