import fc from "fast-check";
import { PollChoice } from "./poll-choice.enum.ts";
import { type AnsweredPoll, resultsOf } from "./poll-result.value.ts";

const CHOICES = [PollChoice.YES, PollChoice.IF_NEED_BE, PollChoice.NO, null];

/** Up to 5 times and 6 respondents, of whom some are required and some have not answered. */
const anyPoll: fc.Arbitrary<AnsweredPoll> = fc
  .record({
    quorum: fc.option(fc.integer({ min: 1, max: 6 })),
    required: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
    times: fc.integer({ min: 1, max: 5 }),
    choices: fc.array(fc.constantFrom(...CHOICES), { minLength: 30, maxLength: 30 }),
  })
  .map(({ quorum, required, times, choices }) => ({
    quorum,
    slots: Array.from({ length: times }, (_, at) => ({
      ...{ id: `psl_${at}`, startsAt: new Date(at * 3_600_000) },
    })),
    respondents: required.map((isRequired, at) => ({ id: `piv_${at}`, isRequired })),
    answers: required.flatMap((_, who) =>
      Array.from({ length: times }, (__, at) => at).flatMap((at) => {
        const choice = choices[who * 5 + at] ?? null;
        return choice === null ? [] : [{ slotId: `psl_${at}`, invitationId: `piv_${who}`, choice }];
      }),
    ),
  }));

it("never puts first a time that every required seat refused, nor one that all did", () => {
  const property = fc.property(anyPoll, (poll) => {
    const results = [...resultsOf(poll).values()];
    const required = poll.respondents.filter(({ isRequired }) => isRequired);
    const needed = required.length > 0 ? required : poll.respondents;
    const isRefused = (slotId: string) =>
      needed.every(({ id }) =>
        poll.answers.some(
          (answer) =>
            answer.slotId === slotId &&
            answer.invitationId === id &&
            answer.choice === PollChoice.NO,
        ),
      );
    const ranks = results.flatMap(({ rank }) => rank ?? []);
    // The ranks of those that are not refused run from 1 without a gap.
    expect(ranks).toEqual(ranks.map((_, index) => index + 1));
    for (const { slotId, rank } of results) expect(rank === null).toBe(isRefused(slotId));
  });
  fc.assert(property, { numRuns: 500 });
});

it("puts required seats before the quorum, and the quorum before how many are glad", () => {
  const slot = (id: string, hour: number) => ({ id, startsAt: new Date(hour * 3_600_000) });
  const given = (slotId: string, choices: readonly (keyof typeof PollChoice)[]) =>
    choices.map((choice, index) => ({
      ...{ slotId, invitationId: `piv_${index}`, choice: PollChoice[choice] },
    }));
  const results = resultsOf({
    quorum: 3,
    slots: [slot("refused", 1), slot("glad", 2), slot("quorate", 3), slot("lacks one", 4)],
    respondents: [0, 1, 2, 3].map((index) => ({ id: `piv_${index}`, isRequired: index < 2 })),
    answers: [
      ...given("refused", ["NO", "NO", "YES", "YES"]),
      ...given("glad", ["YES", "YES", "NO", "NO"]),
      ...given("quorate", ["IF_NEED_BE", "IF_NEED_BE", "IF_NEED_BE", "NO"]),
      ...given("lacks one", ["NO", "YES", "YES", "YES"]),
    ],
  });
  const places = [...results.values()].map(({ slotId, rank }) => [slotId, rank]);
  expect(places).toEqual([
    ...[
      ["quorate", 1],
      ["glad", 2],
      ["lacks one", 3],
    ],
    ["refused", null],
  ]);
  expect(results.get("lacks one")).toMatchObject({ requiredRefusals: 1, hasQuorum: true });
});
