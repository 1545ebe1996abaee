import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { asOf } from "../../test/generated-filter.ts";
import {
  COUNTRIES,
  type Group,
  network,
  OBJECTIVES,
  runs,
  viewer,
} from "../../test/generated-network.ts";
import { NetworkModel } from "../../test/network-model.ts";
import { Teller, telling } from "../../test/telling.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);
const COVERAGE = `query ($by: [CoverageAxis!], $objectives: [Int!], $countries: [CountryCode!], $asOf: Date) {
  coverage(by: $by, objectives: $objectives, countries: $countries, asOf: $asOf) {
    cells { objective country organisations practices groups }
  }
}`;
const AXES: string[][] = [["OBJECTIVE", "COUNTRY"], ["OBJECTIVE"], ["COUNTRY"]];
const asked = fc.record({
  by: fc.constantFrom(...AXES),
  objectives: fc.option(fc.subarray(OBJECTIVES, { minLength: 1 })),
  countries: fc.option(fc.subarray(COUNTRIES, { minLength: 1 })),
  asOf,
});

interface Thing {
  readonly objectives: readonly number[];
  readonly countries: readonly string[];
}

function thingsOf(model: NetworkModel, day: string | null): Record<string, Thing[]> {
  const by = (instant: string | null) =>
    day === null || (instant !== null && instant.slice(0, 10) <= day);
  const isOpen = ({ state, concludedAt }: Group) =>
    state !== "CONCLUDED" || (day !== null && concludedAt !== null && !by(concludedAt));
  const { networks, groups, practices } = model.network;
  const shown = <T extends { id: string }>(items: readonly T[]) =>
    items.filter(({ id }) => model.shown.has(id));
  const countriesOf = new Map(shown(networks).map(({ id, countries }) => [id, countries]));
  return {
    organisations: model.organisations.filter((it) => day === null || model.wasThere(it, day)),
    practices: shown(practices).filter(
      ({ state, publishedAt }) => state === "PUBLISHED" && by(publishedAt),
    ),
    groups: shown(groups)
      .filter((it) => isOpen(it) && (day === null || model.wasThere(it, day)))
      .map(({ objectives, network: of }) => ({
        objectives,
        countries: countriesOf.get(of ?? "") ?? [],
      })),
  };
}

it("counts what a naive recount does, of any day, and has a cell also where nobody is", async () => {
  const questions = fc.array(fc.record({ viewer, asked }), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(network, telling, questions, async (told, how, all) => {
      await teller.tell(told, how);
      for (const { viewer: who, asked: question } of all) {
        const things = thingsOf(new NetworkModel(told, who), question.asOf);
        const objectives = question.objectives ?? Array.from({ length: 23 }, (_, at) => at + 1);
        const anywhere = Object.values(things).flatMap((some) =>
          some.flatMap((it) => it.countries),
        );
        const countries = question.countries ?? [...new Set(anywhere)].sort();
        const rows = question.by.includes("OBJECTIVE") ? objectives : [null];
        const columns = question.by.includes("COUNTRY") ? countries : [null];
        const fits = (it: Thing, objective: number | null, country: string | null) =>
          it.objectives.some((own) =>
            objective === null ? objectives.includes(own) : own === objective,
          ) &&
          (country !== null
            ? it.countries.includes(country)
            : question.countries === null || it.countries.some((own) => countries.includes(own)));
        const expected = rows.flatMap((objective) =>
          columns.map((country) => ({
            objective,
            country,
            ...Object.fromEntries(
              Object.entries(things).map(([sort, some]) => [
                sort,
                some.filter((it) => fits(it, objective, country)).length,
              ]),
            ),
          })),
        );
        const { data, errors } = await harness.execute(COVERAGE, { viewer: who, ...question });
        expect(errors).toBeUndefined();
        expect(data.coverage.cells).toEqual(expected);
      }
    }),
    runs(10),
  );
}, 120_000);

it.each([
  ["by", { by: [] }],
  ["objectives", { objectives: [24] }],
])("refuses %s out of bounds", async (field, variables) => {
  const { errors } = await harness.execute(COVERAGE, variables);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
});
