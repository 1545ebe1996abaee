import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { IDS, network, OBJECTIVES, viewer, runs } from "../../test/generated-network.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { suggestions } from "../../test/partner-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { discovery } from "../definition.ts";
import { PartnerContext, PartnerReasonKind } from "./partner.enum.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const FIND = `query ($for: ID!, $objectives: [Int!], $context: PartnerContext, $first: Int, $after: String) {
  findPartners(for: $for, objectives: $objectives, context: $context, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { organisation { id } score reasons { kind values weight } }
  }
}`;

interface Node {
  readonly organisation: { id: string };
  readonly score: number;
  readonly reasons: { kind: PartnerReasonKind; values: string[]; weight: number }[];
}

const find = async (variables: object) => {
  const { data, errors } = await harness.execute(FIND, { ...variables });
  expect(errors).toBeUndefined();
  return data.findPartners;
};

const asked = fc.record({
  for: fc.constantFrom(...IDS.org),
  objectives: fc.option(fc.subarray(OBJECTIVES, { minLength: 1 })),
  context: fc.constantFrom(...Object.values(PartnerContext)),
});
const questions = fc.array(fc.record({ viewer, asked }), { minLength: 6, maxLength: 6 });

/** The kinds of reasons, country by country apart, which adds nothing. */
const kindsOf = (reasons: Node["reasons"]): string[] =>
  reasons
    .map(({ kind }) => kind)
    .filter((kind) => kind !== PartnerReasonKind.DIFFERENT_CONTEXT)
    .sort();

it("suggests, ranks and explains as a naive comparison one by one does", async () => {
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, all) => {
      await teller.tell(told, how);
      for (const question of all) {
        const expected = suggestions(new NetworkModel(told, question.viewer), question.asked);
        const answer = await find({ viewer: question.viewer, ...question.asked });
        if (expected === null) {
          expect(answer).toBeNull();
          continue;
        }
        const nodes: Node[] = answer.nodes;
        const answered = nodes.map(({ organisation, score, reasons }) => ({
          id: organisation.id,
          score,
          kinds: kindsOf(reasons),
        }));
        expect(answered).toEqual(expected);
        for (const { score, reasons } of nodes) {
          expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9);
        }
      }
    }),
    runs(15),
  );
}, 120_000);

it("walks the ranking by pages, each suggestion once, with the same count on each", async () => {
  const first = fc.integer({ min: 1, max: 2 });
  await fc.assert(
    fc.asyncProperty(network, telling, fc.tuple(asked, viewer, first), async (told, how, all) => {
      await teller.tell(told, how);
      const [question, who, size] = all;
      const whole = await find({ ...question, viewer: who });
      if (whole === null) return;
      const walked: Node[] = [];
      let after: string | null = null;
      do {
        const page = await find({ ...question, viewer: who, first: size, after });
        expect(page.totalCount).toBe(whole.nodes.length);
        walked.push(...page.nodes);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(walked).toEqual(whole.nodes);
    }),
    runs(10),
  );
}, 120_000);
