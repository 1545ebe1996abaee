import { change, tryChange } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING } from "../test/open-graphs.ts";
import { edgesNow, forgottenColumns, movedColumns } from "../test/organisation-columns.ts";
import { buildPermissionWorld, type PermissionWorld } from "../test/permission-world.ts";
import { settle } from "../test/settle.ts";
import { withClient } from "../test/table-hashes.ts";
import { VALID_CHANGES } from "../test/valid-changes.ts";

let graphs: Graphs;
let world: PermissionWorld;
beforeAll(async () => {
  graphs = await openGraphs();
  world = await buildPermissionWorld(graphs, "in process");
  const { url, id } = world;
  // So that something stands in every table; what needs more than the world has is refused.
  for (const [field, { as, input }] of Object.entries(VALID_CHANGES)) {
    if (/Merge|mergeOrganisations|^delete/.test(field)) continue;
    const asked = input((what) => (what === "organisation alone" ? "" : id(what)));
    const token = world.tokens[as] ?? "";
    await tryChange(url, { field, input: asked, selection: "__typename", token });
  }
  await settle(graphs.opened);
}, OPENING);
afterAll(() => graphs.close());

const edges = (called = (text: string) => text) =>
  withClient(graphs.adminUrl, (client) => edgesNow(client, graphs.opened.services, called));

it("moves every column of every service that names an organisation, or says why it stays", async () => {
  const { services } = graphs.opened;
  expect(await withClient(graphs.adminUrl, (client) => forgottenColumns(client, services))).toEqual(
    [],
  );
});

/** Filled by jobs, which find nothing to tell here. */
const BY_JOBS = ["meetings.calendar_invitation", "discovery.saved_search_hit"];

it("finds something to move in every table of every service", async () => {
  const held = new Set((await edges()).map((edge) => edge.split(" ")[0]));
  const tables = [...movedColumns(graphs.opened.services).keys()];
  expect(tables.filter((table) => !held.has(table) && !BY_JOBS.includes(table))).toEqual([]);
});

it.each(["organisation", "otherOrganisation", "seated"])(
  "keeps the multiset of edges of all services when one is merged, and when it is undone: %s",
  async (which) => {
    const { url, root: token, id } = world;
    const from = id(which);
    const name = `A second record of ${which}`;
    const made = { field: "createOrganisation", input: { name }, token };
    const into: string = (await change(url, { ...made, selection: "id" })).id;
    await settle(graphs.opened);
    const before = await edges();
    const asOne = await edges((text) => text.replaceAll(from, into));
    expect(before.some((edge) => edge.includes(from))).toBe(true);

    const input = { from, into };
    const merge = await change(url, {
      ...{ field: "mergeOrganisations", input, selection: "id", token },
    });
    await settle(graphs.opened);
    const now = await edges();
    expect(now.filter((edge) => edge.includes(from))).toEqual([]);
    expect(now).toEqual(asOne);

    await change(url, {
      ...{ field: "undoOrganisationMerge", input: { merge: merge.id }, selection: "id", token },
    });
    await settle(graphs.opened);
    expect(await edges()).toEqual(before);
  },
);
