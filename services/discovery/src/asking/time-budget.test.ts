import { createHarness } from "@convene/shared/testing/harness";
import { discovery } from "../definition.ts";
import { OrganisationFacetsRepository } from "../organisation-search/organisation-facets.repository.ts";
import { OrganisationSearchArgs } from "../organisation-search/organisation-search.inputs.ts";
import { OrganisationSearchRepository } from "../organisation-search/organisation-search.repository.ts";
import { OrganisationSearchService } from "../organisation-search/organisation-search.service.ts";
import { SearchFacetsRepository } from "../search/search-facets.repository.ts";
import { SearchArgs } from "../search/search.inputs.ts";
import { SearchRepository } from "../search/search.repository.ts";
import { SearchService } from "../search/search.service.ts";
import { today } from "./asking.value.ts";
import { withinTime } from "./time-budget.service.ts";

const harness = createHarness(discovery);

it("gives up what takes longer than its budget, in the database too, and says the budget", async () => {
  const slow = withinTime(50, () => harness.db().query("SELECT pg_sleep(20)"));
  await expect(slow).rejects.toMatchObject({
    extensions: { code: "LIMIT_EXCEEDED", budget: 50, unit: "milliseconds" },
  });
});

it("leaves what is ready in time, and what fails by itself, as it is", async () => {
  expect(await withinTime(5_000, () => Promise.resolve(1))).toBe(1);
  await expect(withinTime(5_000, () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
});

it("gives up each part of a search that takes longer, and says the budget", async () => {
  const { manager } = harness.db();
  const mostTime = 100;
  const searches = [
    new OrganisationSearchService(
      {
        organisations: new OrganisationSearchRepository(manager),
        facets: new OrganisationFacetsRepository(manager),
        mostTime,
      },
      today,
    ),
    new SearchService(
      {
        things: new SearchRepository(manager),
        facets: new SearchFacetsRepository(manager),
        mostTime,
      },
      today,
    ),
  ] as const;
  const ask = () => [
    () => searches[0].search(null, new OrganisationSearchArgs()),
    () => searches[1].search(null, new SearchArgs()),
  ];
  const pages = await Promise.all(ask().map((page) => page()));
  const lock = harness.db().createQueryRunner();
  await lock.startTransaction();
  try {
    await lock.query("LOCK TABLE organisation_document IN ACCESS EXCLUSIVE MODE");
    const parts = pages.flatMap((page) => [() => page.totalCount(), () => page.countFacets()]);
    for (const late of [...ask(), ...parts]) {
      await expect(late()).rejects.toMatchObject({
        extensions: { code: "LIMIT_EXCEEDED", budget: mostTime, unit: "milliseconds" },
      });
    }
  } finally {
    await lock.rollbackTransaction();
    await lock.release();
  }
});
