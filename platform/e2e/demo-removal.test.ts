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
  const team = await make("createWorkingGroup", { name: "Real team", code: "REAL-1" });
  return { team: team.id, own, item, group, partner, employer, edited, meeting };
}

type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Every table of the services that own records, but for what is told and recorded of them. */
async function allRows(): Promise<Rows> {
  const rows = new Map<string, Record<string, unknown>[]>();
  const { adminUrl } = graphs;
  await withClient(adminUrl, async (client) => {
    const { tables } = await readCatalogue(client, serviceOwners(adminUrl));
    const own = tables.filter(({ schema, name }) => {
      const told = /^(outbox|feed_|idempotency_key|migration|audit_)/.test(name);
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

/** What would stay is what is expected to, each for its reason, and nothing else. */
function expectPlanned(report: RemovalReport | null, inStep: readonly string[] = []): void {
  const kept = keptOf(report);
  const expected = Object.entries(expectedToStay()).flatMap(([because, ids]) =>
    ids.map((id) => [id, because]),
  );
  const networks = [...kept].filter(([id]) => id.startsWith("net_"));
  expect(networks).toEqual([[expect.any(String), "needed"]]);
  const wrongly = inStep.filter((id) => !expected.some(([known]) => known === id));
  const all = [...expected, ...networks, ...wrongly.map((id) => [id, "edited"])];
  expect([...kept].sort()).toEqual(all.sort());
  const going = Object.values(report?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  expect(going + kept.size).toBe(made.size);
}

it("says what would go and what would stay, and changes nothing", async () => {
  await settle(graphs.opened);
  const hashes = await tableHashes(graphs.adminUrl);
  expectPlanned(await remove({ dryRun: true }));
  expect(await tableHashes(graphs.adminUrl)).toEqual(hashes);
});

it("keeps what was edited before an older Convene's demo network got its list", async () => {
  const known = (await state.read(DEMO_STATE)) as DemoState;
  const { made: _, ...unlisted } = known;
  await state.write(DEMO_STATE, unlisted);
  const listed = await loadDemo(graphs.opened, state);
  expect(Object.values(listed.made ?? {}).flatMap((marks) => Object.keys(marks))).toHaveLength(
    made.size,
  );
  // Who sits in the group has changed, and its meetings with it: by whom they were written again is
  // not known, so they stay.
  const meetings: { id: string }[] = await graphs.opened.services.meetings.parts.db.query(
    `SELECT id FROM meeting WHERE group_id = $1
     UNION SELECT id FROM meeting_series WHERE group_id = $1`,
    [real.group],
  );
  const report = await remove({ dryRun: true });
  await state.write(DEMO_STATE, known);
  expectPlanned(
    report,
    meetings.map(({ id }) => id),
  );
});

it("finishes what was cut off in the middle, and takes away the demo network and nothing else", async () => {
  await expect(remove({ services: withBroken("working-groups") })).rejects.toThrow("cut off");
  expect(await state.read(DEMO_STATE)).toMatchObject({ state: "removing" });
  expect((await allRows()).get("meetings.attendance")).toEqual([]);
  const late = lateSeat();
  const report = await remove({ services: late.services });
  const kept = keptOf(report);
  const names = { from: late.id(), kind: "seats", to: late.organisation };
  expect(report?.dangling).toEqual([names]);
  await settle(graphs.opened);
  const after = await allRows();
  for (const [table, rows] of before) {
    const stays = (row: Readonly<Record<string, unknown>>) => {
      const own = row["id"] ?? row["practice_id"] ?? row["organisation_id"];
      // What a group has written down of itself goes with it.
      const owners = [own, row["group_id"], row["milestone_id"], row["call_id"]].map(String);
      return owners.every((owner) => !made.has(owner) || kept.has(owner));
    };
    const expected = rows.filter(stays).map(withoutDerived);
    const left = after.get(table)?.filter(({ id }) => id !== late.id());
    expect([table, left?.map(withoutDerived)]).toEqual([table, expected]);
  }
  expect(kept.size).toBeGreaterThan(0);
  const query = `query ($team: ID!, $seat: ID!) {
    workingGroup(id: $team) { seats(first: 5) { totalCount nodes { organisation { name } } } }
    node(id: $seat) { id } }`;
  const variables = { team: real.team, seat: late.id() };
  expect(await ask(url, { query, variables, token })).toEqual({
    data: { workingGroup: { seats: { totalCount: 0, nodes: [] } }, node: null },
  });
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
const withBroken = (name: keyof Services): Services =>
  withWrite(name, () => Promise.reject(new Error("cut off")));

/** Somebody seats an organisation in the moment before its own service takes it away. */
function lateSeat() {
  const organisation = graphs.demo.organisations["emberhill-welcome"] ?? "";
  const { transactions } = graphs.opened.services.stakeholders.parts;
  let id = "";
  const services = withWrite("stakeholders", async (work) => {
    if (id === "") ({ id } = await make("addSeat", { group: real.team, organisation }));
    return transactions.write(work);
  });
  return { organisation, services, id: () => id };
}

function withWrite(name: keyof Services, write: Service["parts"]["transactions"]["write"]) {
  const { services } = graphs.opened;
  const parts = { ...services[name].parts, transactions: { write } };
  const other = Object.create(services[name], { parts: { value: parts } }) as Service;
  return { ...services, [name]: other };
}
