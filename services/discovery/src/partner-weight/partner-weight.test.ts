import { createHarness } from "@convene/shared/testing/harness";
import { buildOrganisation, buildRelationship, tellAll } from "../../test/factories.ts";
import { today } from "../asking/asking.value.ts";
import { discovery } from "../definition.ts";
import { FIRST_WEIGHTS } from "../partner/partner-score.policy.ts";
import { type Lesson, learnWeights } from "./partner-weight.policy.ts";
import { PartnerWeightService } from "./partner-weight.service.ts";

const harness = createHarness(discovery);

/** In each the partner has one more of the first kind, and of the second as much as the others. */
const lessons = (count: number): Lesson[] =>
  Array.from({ length: count }, () => [Float32Array.of(-1, 0), Float32Array.of(-1, 0)]);

it("learns what partners have and others have not; few lessons move it little", () => {
  const [many = 0, other = 0] = learnWeights(lessons(1_000), [0.5, 0.5]);
  const [few = 0] = learnWeights(lessons(5), [0.5, 0.5]);
  expect(many).toBeGreaterThan(1);
  expect(few).toBeGreaterThan(0.5);
  expect(few).toBeLessThan(0.6);
  expect(other).toBeCloseTo(0.5, 6);
  expect(learnWeights([], [0.5, 0.5])).toEqual([0.5, 0.5]);
});

it("never lets a kind of evidence fall below half of what it began with", () => {
  const against = lessons(1_000).map((lesson) => lesson.map((row) => row.map((it) => -it)));
  expect(learnWeights(against, [0.5, 0.4])).toEqual([0.25, 0.4]);
});

it("learns once a day from ties that everybody may see, and from no others", async () => {
  const organisations = Array.from({ length: 12 }, (_, at) =>
    buildOrganisation({ countries: ["GB"], sectors: [at < 6 ? "housing" : "health"] }),
  );
  const tie = (one: number, other: number, audience: string) =>
    buildRelationship({
      source: organisations[one]?.id ?? "",
      target: organisations[other]?.id ?? "",
      protection: { audience, organisations: [], networks: [] },
    });
  const weights = new PartnerWeightService(harness.db().manager);
  await tellAll(harness, ...organisations, tie(0, 7, "NOBODY"), tie(1, 8, "NOBODY"));
  await weights.learn(today());
  expect(await weights.weights()).toEqual(FIRST_WEIGHTS);
  await tellAll(harness, ...[tie(0, 1, "PUBLIC"), tie(2, 3, "PUBLIC"), tie(4, 5, "PUBLIC")]);
  await weights.learnToday(today());
  expect(await weights.weights()).toEqual(FIRST_WEIGHTS);
  await weights.learnToday("2999-01-01");
  expect((await weights.weights()).SHARED_SECTOR).toBeGreaterThan(FIRST_WEIGHTS.SHARED_SECTOR);
});
