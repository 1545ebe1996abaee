import { createHarness } from "@convene/shared/testing/harness";
import { buildOrganisation, buildRelationship, tellAll } from "../../test/factories.ts";
import { today } from "../asking/asking.value.ts";
import { discovery } from "../definition.ts";
import { FIRST_WEIGHTS } from "./partner-score.policy.ts";
import { type Lesson, learnWeights } from "./partner-weight.value.ts";
import { PartnerWeightService } from "./partner-weight.service.ts";

const harness = createHarness(discovery);

/** In each the partner has one more of the first kind, and of the second as much as the others. */
const lessons = (count: number): Lesson[] =>
  Array.from({ length: count }, () => [Float32Array.of(-1, 0), Float32Array.of(-1, 0)]);

const starts = (...first: number[]) => first.map((it) => ({ first: it, most: Infinity }));

it("learns what partners have and others have not; few lessons move it little", () => {
  const [many = 0, other = 0] = learnWeights(lessons(1_000), starts(0.5, 0.5));
  const [few = 0] = learnWeights(lessons(5), starts(0.5, 0.5));
  expect(many).toBeGreaterThan(1);
  expect(few).toBeGreaterThan(0.5);
  expect(few).toBeLessThan(0.6);
  expect(other).toBeCloseTo(0.5, 6);
  expect(learnWeights([], starts(0.5, 0.5))).toEqual([0.5, 0.5]);
});

it("never lets a kind of evidence fall below half of what it began with, nor rise above what it may", () => {
  const against = lessons(1_000).map((lesson) => lesson.map((row) => row.map((it) => -it)));
  expect(learnWeights(against, starts(0.5, 0.4))).toEqual([0.25, 0.4]);
  const held = [{ first: 0.5, most: 0.6 }];
  expect(learnWeights(lessons(1_000), held)).toEqual([0.6]);
});

it("learns once a day from ties that everybody may see, and from no others", async () => {
  // Whoever works with one of a ring works with the next but one too.
  const ring = Array.from({ length: 12 }, () => buildOrganisation({ countries: ["GB"] }));
  const ties = (audience: string) =>
    ring.flatMap(({ id }, at) =>
      [1, 2].map((step) =>
        buildRelationship({
          source: id,
          target: ring[(at + step) % ring.length]?.id ?? "",
          protection: { audience, organisations: [], networks: [] },
        }),
      ),
    );
  const weights = new PartnerWeightService(harness.db().manager);
  await tellAll(harness, ...ring, ...ties("NOBODY"));
  await weights.learn(today());
  expect(await weights.weights()).toEqual(FIRST_WEIGHTS);
  await tellAll(harness, ...ties("PUBLIC"));
  await weights.learnToday(today());
  expect(await weights.weights()).toEqual(FIRST_WEIGHTS);
  await weights.learnToday("2999-01-01");
  expect((await weights.weights()).COMMON_PARTNER).toBeGreaterThan(FIRST_WEIGHTS.COMMON_PARTNER);
});
