import { type EnteredHours, localHours } from "../local-hour/entered-hours.value.ts";
import { isAvailable } from "../local-hour/burden-weight.value.ts";
import { CELL, valuesOver, worstOf } from "../local-hour/local-hours.value.ts";
import { PollChoice } from "../poll-answer/poll-choice.enum.ts";

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What somebody would answer by the hours that they have entered, and the busy times among them. */
export function choiceBy(entered: EnteredHours, { startsAt, endsAt }: Span): PollChoice {
  const [from, until] = [startsAt.getTime(), endsAt.getTime()];
  const start = Math.floor(from / CELL) * CELL;
  const cells = Math.ceil((until - start) / CELL);
  const values = valuesOver(localHours(entered, { from, until }, []), { from: start, cells });
  const worst = worstOf(values, 0, cells);
  if (!isAvailable(worst)) return PollChoice.NO;
  return worst > 0 ? PollChoice.IF_NEED_BE : PollChoice.YES;
}
