import { createHarness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import { discovery } from "../src/definition.ts";
import { network, runs } from "./generated-network.ts";
import { Teller, telling } from "./telling.ts";

const harness = createHarness(discovery);
const teller = new Teller(harness);

/** Every row of the read model, and where it stands in the feeds. */
async function readModel(): Promise<unknown[]> {
  const tables = discovery.entities.map((entity) => harness.db().getMetadata(entity).tableName);
  const rows = [...tables, "feed_position", "feed_refusal"].map((table) =>
    harness.db().query(`SELECT to_jsonb(t) AS row FROM "${table}" AS t ORDER BY 1`),
  );
  return Promise.all(rows);
}

it("is the same read model when it is rebuilt from the feeds, whatever was told before", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(network, telling), { minLength: 1, maxLength: 3 }),
      async (all) => {
        for (const [told, how] of all) await teller.tell(told, how);
        const before = await readModel();
        await harness.service().parts.feeds.rebuild();
        expect(await readModel()).toEqual(before);
      },
    ),
    runs(10),
  );
}, 120_000);

it("keeps nothing of what is gone", async () => {
  await fc.assert(
    fc.asyncProperty(network, telling, async (told, how) => {
      await teller.tell(told, how);
      const nothing = Object.fromEntries(Object.keys(told).map((kind) => [kind, []]));
      await teller.tell({ ...told, ...nothing }, how);
      expect((await readModel()).slice(0, discovery.entities.length).flat()).toEqual([]);
    }),
    runs(15),
  );
}, 120_000);
