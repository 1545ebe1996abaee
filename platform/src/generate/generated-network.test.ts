import fc from "fast-check";
import { organisationOf } from "./organisation.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { peopleOf } from "./person.ts";
import { practices } from "./practice.ts";
import { growRelationships } from "./relationship.ts";
import { meetingSeries } from "./meeting.ts";
import { workingGroups } from "./working-group.ts";

const DAY = "2026-11-24";

/** All that is written for an outline. */
const allOf = (outline: Outline) => ({
  organisations: outline.profiles.map((profile) => organisationOf(outline, profile)),
  people: outline.profiles.flatMap((profile) => peopleOf(outline, profile)),
  relationships: [...growRelationships(outline)],
  groups: [...workingGroups(outline)],
  practices: [...practices(outline)],
  series: [...meetingSeries(outline)],
});

const someRecipe = fc.record({
  organisations: fc.integer({ min: 1, max: 70 }),
  seed: fc.nat(),
  day: fc.constant(DAY),
});

it("makes exactly as many organisations as were asked for, each with an id of its own", () => {
  fc.assert(
    fc.property(someRecipe, (recipe) => {
      const { organisations, people, relationships } = allOf(outlineOf(recipe));
      const ids = [...organisations, ...people].map(({ row }) => row.id);
      expect(organisations).toHaveLength(recipe.organisations);
      expect(new Set([...ids, ...relationships.map(({ id }) => id)]).size).toBe(
        ids.length + relationships.length,
      );
    }),
    { numRuns: 8 },
  );
});

it("makes the same network of the same recipe, with the same ids, and another of another seed", () => {
  fc.assert(
    fc.property(someRecipe, (recipe) => {
      const made = allOf(outlineOf(recipe));
      expect(allOf(outlineOf(recipe))).toEqual(made);
      const other = allOf(outlineOf({ ...recipe, seed: recipe.seed + 1 }));
      expect(other.organisations[0]?.row.id).not.toBe(made.organisations[0]?.row.id);
    }),
    { numRuns: 4 },
  );
});

it("has hubs: a few organisations hold many of the relationships", () => {
  const organisations = 2_000;
  const degrees = new Map<string, number>();
  let count = 0;
  for (const { sourceId, targetId } of growRelationships(
    outlineOf({ organisations, seed: 1, day: DAY }),
  )) {
    count += 1;
    for (const id of [sourceId, targetId]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const mean = (2 * count) / organisations;
  const sorted = [...degrees.values()].sort((one, other) => other - one);
  const ofTheTop = sorted.slice(0, organisations / 100).reduce((sum, degree) => sum + degree, 0);
  expect(count / organisations).toBeGreaterThan(5.5);
  expect(count / organisations).toBeLessThan(6.7);
  expect(sorted[0]).toBeGreaterThan(10 * mean);
  // In a random graph of this size the first hundredth hold 2 % of all ends.
  expect(ofTheTop / (2 * count)).toBeGreaterThan(0.07);
});
