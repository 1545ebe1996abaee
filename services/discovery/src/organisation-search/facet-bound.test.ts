import { createHarness } from "@convene/shared/testing/harness";
import { discovery } from "../definition.ts";
import { buildOrganisation, tellAll } from "../../test/factories.ts";

const harness = createHarness(discovery);
const numbered = (word: string) =>
  Array.from({ length: 101 }, (_, at) => `${word} ${String(at).padStart(3, "0")}`);
const areasOf = (names: readonly string[]) =>
  names.map((name) => ({ country: "KE", code: null, name }));

it("counts the 100 most frequent of the words that everybody chooses alone", async () => {
  const sectors = numbered("Sector");
  const areas = numbered("Area");
  await tellAll(
    harness,
    buildOrganisation({ sectors, areas: areasOf(areas) }),
    buildOrganisation({ sectors: ["Sector 100"], areas: areasOf(["Area 100"]) }),
  );
  const { data, errors } = await harness.execute(
    `{ searchOrganisations { facets { areas { value count } sectors { value count } } } }`,
  );
  expect(errors).toBeUndefined();
  const mostFrequent = (values: readonly string[]) => [
    { value: values[100], count: 2 },
    ...values.slice(0, 99).map((value) => ({ value, count: 1 })),
  ];
  expect(data.searchOrganisations.facets).toEqual({
    areas: mostFrequent(areas.map((name) => `KE ${name}`)),
    sectors: mostFrequent(sectors),
  });
});
