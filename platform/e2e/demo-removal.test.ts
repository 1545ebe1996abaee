import type { Service } from "@convene/shared/service/service";
import type { DataSource } from "typeorm";
import { loadDemo } from "../src/demo/load-demo.ts";
import { DEMO_STATE, type DemoState } from "../src/demo/demo-state.ts";
import { removeDemo, type RemovalReport } from "../src/demo/remove-demo.ts";
import { serviceOwners, type Services } from "../src/runtime/services.ts";
import { PlatformState } from "../src/runtime/state.ts";
import { readCatalogue } from "../src/backup/catalogue.ts";
import { ask, change, tryChange } from "../test/ask.ts";
import { FAR, type Graphs, openGraphs, OPENING } from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { tableHashes, withClient } from "../test/table-hashes.ts";
import { adminToken, tokenOf } from "../test/tokens.ts";

let graphs: Graphs;
let url: string;
let token: string;
let state: PlatformState;
let made: ReadonlySet<string>;
let real: Real;
let before: Rows;
beforeAll(async () => {
  graphs = await openGraphs();
  url = graphs.url(FAR);
  token = await adminToken(graphs);
  state = new PlatformState(graphs.adminUrl);
  made = new Set(Object.values(graphs.demo.made ?? {}).flatMap((marks) => Object.keys(marks)));
  real = await addRealRows();
  await settle(graphs.opened);
  before = await allRows();
}, OPENING);
afterAll(() => graphs.close());

const make = (field: string, input: object, selection = "id") =>
  change(url, { field, input, selection, token });

type Real = Awaited<ReturnType<typeof addRealRows>>;

/** What people do who try the demo network out, and go on with it. */
async function addRealRows() {
  const { organisations, groups } = graphs.demo;
  const own = await make("createOrganisation", { name: "Real Hearth", objectives: [7] });
  const network = await make("createNetwork", { name: "Real network", kind: "GLOBAL" });
  await make("addNetworkMember", { network: network.id, organisation: own.id, role: "MEMBER" });
  const person = await make("createPerson", { name: "Real Person" });
  const group = groups["alternatives-to-detention"] ?? "";
  await make("addSeat", { group, organisation: own.id });
  const partner = organisations["iom"] ?? "";
  await make("proposeRelationship", { source: own.id, target: partner, type: "PARTNER" });
  const employer = organisations["greenlatch-casework"] ?? "";
  await make("addRole", { person: person.id, organisation: employer, title: "Volunteer" });
  const edited = organisations["saltmarsh-forum"] ?? "";
  await make("updateOrganisation", { id: edited, description: "Edited by somebody" });
  const { data } = await ask(url, {
    query: `{ upcomingMeetings(first: 1) { nodes { id title agenda(first: 9) { totalCount }
      group { id } series { id } } } }`,
    token,
  });
  const meeting = data.upcomingMeetings.nodes[0];
  const point = { meeting: meeting.id, title: "Real point", durationMinutes: 5, presenter: own.id };
  const item = await make("addAgendaItem", point);
  return { own, item, group, partner, employer, edited, meeting };
}

type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Every table of the services that own records, but for what is told of them. */
async function allRows(): Promise<Rows> {
  const rows = new Map<string, Record<string, unknown>[]>();
  const { adminUrl } = graphs;
  await withClient(adminUrl, async (client) => {
    const { tables } = await readCatalogue(client, serviceOwners(adminUrl));
    const own = tables.filter(({ schema, name }) => {
      const told = /^(outbox|feed_|idempotency_key|migration)/.test(name);
      return !told && !["discovery", "platform"].includes(schema);
    });
    for (const { schema, name } of own) {
      const sql = `SELECT to_jsonb(t) AS row FROM "${schema}"."${name}" AS t ORDER BY t::text`;
      const found = await client.query<{ row: Record<string, unknown> }>(sql);
      rows.set(
        `${schema}.${name}`,
        found.rows.map(({ row }) => row),
      );
    }
  });
  return rows;
}

const remove = (more: { dryRun?: boolean; services?: Services } = {}) => {
  const opened = { ...graphs.opened, ...(more.services && { services: more.services }) };
  return removeDemo({ opened, state, dryRun: more.dryRun ?? false });
};

const keptOf = (report: RemovalReport | null) =>
  new Map(report?.kept.map(({ id, reason }) => [id, reason.because]));

/** The series and the group of the meeting with the real point are needed by it. */
const expectedToStay = () => {
  const { group, partner, employer, edited, meeting } = real;
  const needed = [meeting.group.id, meeting.series?.id].filter((id) => id && id !== group);
  return {
    named: [group, partner, employer, meeting.id],
    edited: [edited],
    needed,
  };
};

it("says what would go and what would stay, and changes nothing", async () => {
  const hashes = await tableHashes(graphs.adminUrl);
  const report = await remove({ dryRun: true });
  const kept = keptOf(report);
  const { named, edited, needed } = expectedToStay();
  for (const id of named) expect([id, kept.get(id)]).toEqual([id, "named"]);
  for (const id of edited) expect([id, kept.get(id)]).toEqual([id, "edited"]);
  for (const id of needed) expect([id, kept.get(id)]).toEqual([id, "needed"]);
  const networks = [...kept].filter(([id]) => id.startsWith("net_"));
  expect(kept.size).toBe(named.length + edited.length + needed.length + networks.length);
  expect(networks).toEqual([[expect.any(String), "needed"]]);
  const going = Object.values(report?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  expect(going + kept.size).toBe(made.size);
  expect(await tableHashes(graphs.adminUrl)).toEqual(hashes);
});

it("finishes what was cut off in the middle, and takes away the demo network and nothing else", async () => {
  await expect(remove({ services: withBroken("working-groups") })).rejects.toThrow("cut off");
  expect(await state.read(DEMO_STATE)).toMatchObject({ state: "removing" });
  expect((await allRows()).get("meetings.attendance")).toEqual([]);
  const kept = keptOf(await remove());
  await settle(graphs.opened);
  const after = await allRows();
  for (const [table, rows] of before) {
    const stays = (row: { id?: unknown; organisation_id?: unknown; practice_id?: unknown }) => {
      const owner = String(row.id ?? row.practice_id ?? row.organisation_id);
      return !made.has(owner) || kept.has(owner);
    };
    const expected = rows.filter(stays).map(withoutDerived);
    expect([table, after.get(table)?.map(withoutDerived)]).toEqual([table, expected]);
  }
  expect(kept.size).toBeGreaterThan(0);
});

it("has told everybody: the read model is what a rebuild from zero makes of the feeds", async () => {
  const told = await tableHashes(graphs.adminUrl);
  await graphs.opened.services.discovery.parts.feeds.rebuild();
  expect(await tableHashes(graphs.adminUrl)).toEqual(told);
  const query = `{ searchOrganisations { totalCount nodes { id } } organisations { totalCount } }`;
  const { data } = await ask(url, { query, token });
  const { own, partner, employer, edited } = real;
  const ids = data.searchOrganisations.nodes.map(({ id }: { id: string }) => id);
  expect(ids.sort()).toEqual([own.id, partner, employer, edited].sort());
  expect(data.organisations.totalCount).toBe(4);
});

it("leaves the viewers of the demo network with no roles, and says why", async () => {
  const input = { name: "Nobody's" };
  const viewer = await tokenOf(graphs, "group-co-lead");
  const { errors } = await tryChange(url, { field: "createOrganisation", input, token: viewer });
  expect(errors?.[0]).toMatchObject({
    message: "Your account must first be tied to a person",
    extensions: { code: "FORBIDDEN" },
  });
});

it("does not load it again, and takes away the rest once nobody holds on to it", async () => {
  const again = await loadDemo(graphs.opened, state);
  expect(again).toMatchObject({ state: "removed", people: {} });
  expect((await remove())?.counts).toEqual({});
  await make("removeAgendaItem", { id: real.item.id });
  expect((await remove())?.counts).toMatchObject({ meetings: 1 });
  const { made: left } = (await state.read(DEMO_STATE)) as DemoState;
  expect(left?.["meetings"]).toEqual({});
  expect(left?.["working-groups"]).toHaveProperty(real.group);
});

it("knows every column by which a record of any service names another", () => {
  const { discovery: _, ...services } = graphs.opened.services;
  const unknown = Object.values(services).flatMap(({ definition, parts }) => {
    const tables = definition.removal?.tables ?? [];
    const known = tables
      .flatMap((table) => [{ ...table, owner: "id" }, ...(table.parts ?? [])])
      .map(({ entity, owner, refersBy }) => ({
        name: parts.db.getMetadata(entity).tableName,
        by: [owner, ...refersBy],
      }));
    const removable = new Set(tables.map(({ entity }) => parts.db.getMetadata(entity).tableName));
    return namingColumns(parts.db, removable).filter(
      ([table, column]) => !known.some(({ name, by }) => name === table && by.includes(column)),
    );
  });
  expect(unknown).toEqual([]);
});

/** Of the tables of its own: a replica has a version. What points to reference data is no matter. */
const namingColumns = (db: DataSource, removable: ReadonlySet<string>) =>
  db.entityMetadatas
    .filter(({ columns }) => columns.every(({ propertyName }) => propertyName !== "version"))
    .flatMap(({ tableName, columns }) =>
      columns
        .filter(({ propertyName, isPrimary }) => propertyName.endsWith("Id") && !isPrimary)
        .filter(({ referencedColumn }) => {
          const target = referencedColumn?.entityMetadata.tableName;
          return target === undefined || removable.has(target);
        })
        .map(({ propertyName }) => [tableName, propertyName] as const),
    );

/** Kept in step by the product: with the seats, members, agenda items and roles that went. */
const DERIVED = ["organisations", "networks", "role_organisations", "position", "version"];

const withoutDerived = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !DERIVED.includes(name)));

/** A service whose process is killed as it is about to write. */
function withBroken(name: keyof Services): Services {
  const { services } = graphs.opened;
  const write = () => Promise.reject(new Error("cut off"));
  const parts = { ...services[name].parts, transactions: { write } };
  const broken = Object.create(services[name], { parts: { value: parts } }) as Service;
  return { ...services, [name]: broken };
}
