import { today } from "@convene/shared/today";
import { systemViewer, type Viewer } from "@convene/shared/viewer";
import { parse } from "graphql";
import pino from "pino";
import { createEmptyDatabase, type ScratchDatabase } from "../../test/demo-database.ts";
import { testSecrets } from "../../test/secrets.ts";
import { settle } from "../../test/settle.ts";
import { DEMO_STATE } from "../demo/demo-state.ts";
import {
  type OpenedServices,
  openServices,
  type ServiceName,
  serviceNames,
} from "../runtime/services.ts";
import { PlatformState } from "../runtime/state.ts";
import { generateNetwork } from "./generate-network.ts";
import { keepPlace, takePlace } from "./generated-place.ts";

const RECIPE = { organisations: 60, seed: 7, day: today() };

let database: ScratchDatabase;
let opened: OpenedServices;
beforeAll(async () => {
  database = await createEmptyDatabase();
  const { secret } = await testSecrets();
  opened = await openServices({ adminUrl: database.url, secret }, pino({ level: "silent" }));
  await generateNetwork({ services: opened.services, ...RECIPE });
  await settle(opened);
}, 60_000);
afterAll(async () => {
  await opened.stop();
  await database.drop();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test knows what it asked for
type Data = any;

async function ask(
  service: ServiceName,
  query: string,
  viewer: Viewer | null = null,
): Promise<Data> {
  const call = { query, document: parse(query), variables: {}, viewer };
  const { data, errors } = await opened.services[service].execute({
    ...call,
    requestId: "test",
    requestScope: {},
  });
  expect([query, errors]).toEqual([query, undefined]);
  return data;
}

const db = (service: ServiceName) => opened.services[service].parts.db;
const outboxes = () =>
  Promise.all(
    serviceNames.map((name) =>
      db(name).query("SELECT type, id, version FROM outbox ORDER BY 1, 2"),
    ),
  );

it("shows what was made in every service, valid as the schema wants it", async () => {
  const { organisations, networks, people } = await ask(
    "stakeholders",
    `{ organisations(first: 100) { totalCount nodes { audience category { id label }
         names { language name } areas { country code name } languages website lastConfirmedOn
         identifiers { scheme value } relationships { nodes { type status startDate } } } }
       networks(first: 100) { nodes { kind countries audience members { nodes { role startDate } } } }
       people(first: 100) { totalCount nodes { name roles { nodes { title access startDate } } } } }`,
    systemViewer,
  );
  expect(organisations.totalCount).toBe(RECIPE.organisations);
  expect(people.totalCount).toBeGreaterThan(RECIPE.organisations);
  const kinds = networks.nodes.map(({ kind }: Data) => kind);
  expect(new Set(kinds)).toEqual(new Set(["COUNTRY", "REGIONAL", "GLOBAL"]));
  const { workingGroups } = await ask(
    "working-groups",
    `{ workingGroups { nodes { code state audience seats { nodes { role startDate } }
         charters { totalCount } milestones { totalCount }
         workplans { nodes { activities { totalCount } } } transitions { nodes { to } } } } }`,
    systemViewer,
  );
  expect(workingGroups.nodes).toHaveLength(2);
  for (const { state, charters, transitions, milestones, workplans } of workingGroups.nodes) {
    expect(transitions.nodes[0].to).toBe(state);
    const planned = workplans.nodes.map((plan: Data) => plan.activities.totalCount);
    expect(planned).toEqual(state === "PROPOSED" ? [] : [4]);
    expect(milestones.totalCount).toBe(state === "PROPOSED" ? 0 : 4);
    expect(charters.totalCount).toBe(state === "PROPOSED" ? 0 : 1);
  }
  expect(workingGroups.nodes[0].seats.nodes[0]).toMatchObject({ role: "CO_LEAD" });
  const { practices } = await ask(
    "practices",
    `{ practices(first: 100) { nodes { state language type { id }
         implementers { nodes { id } } partners { nodes { id } } } } }`,
    systemViewer,
  );
  expect(practices.nodes).toHaveLength(18);
});

it("meets by quarterly rules, in the past and to come, with agendas", async () => {
  const { meetings, upcomingMeetings } = await ask(
    "meetings",
    `{ meetings { totalCount nodes { status startsAt attendance { nodes { status } } } }
       upcomingMeetings { nodes { startsAt series { rule preset }
         agenda { nodes { title purpose presenter { id } practice { id } } } } } }`,
    systemViewer,
  );
  expect(meetings.nodes[0].startsAt < RECIPE.day).toBe(true);
  expect(meetings.nodes[0].attendance.nodes.length).toBeGreaterThan(0);
  const [next] = upcomingMeetings.nodes;
  expect(next.series).toMatchObject({
    preset: "QUARTERLY",
    rule: expect.stringMatching(/COUNT=8/),
  });
  expect(next.agenda.nodes.length).toBeGreaterThan(1);
});

it("is found by a name in Arabic letters and by the same in Latin ones", async () => {
  const { organisations } = await ask(
    "stakeholders",
    `{ organisations(first: 100) { nodes { id name names { language name } } } }`,
  );
  const nameOf = (one: Data, language: string) =>
    one.names.find((name: Data) => name.language === language)?.name;
  const one = organisations.nodes.find((each: Data) => nameOf(each, "ar-Latn"));
  const arabic = [one.name, nameOf(one, "ar")].find((name) =>
    /\p{Script=Arabic}/u.test(name ?? ""),
  );
  for (const text of [arabic, nameOf(one, "ar-Latn")]) {
    const { searchOrganisations } = await ask(
      "discovery",
      `{ searchOrganisations(first: 3, text: ${JSON.stringify(text)}) { nodes { id } } }`,
    );
    expect(searchOrganisations.nodes[0]).toEqual({ id: one.id });
  }
});

it("is told so that discovery equals one that is rebuilt from the feeds", async () => {
  const { entities } = opened.services.discovery.definition;
  // What partners have taught is learned at the turn of a day, and what people save is their own:
  // no feed tells of either. Nobody merges what is made up.
  const untold = [
    ...["partner_weight", "saved_search", "saved_search_hit", "search_notice"],
    ...["standing_merge", "moved_edge"],
  ];
  const tables = entities
    .map((entity) => db("discovery").getMetadata(entity).tableName)
    .filter((table) => !untold.includes(table));
  const rows = () =>
    Promise.all(
      [...tables, "feed_position", "feed_refusal"].map((table) =>
        db("discovery").query(`SELECT to_jsonb(t) AS row FROM "${table}" AS t ORDER BY 1`),
      ),
    );
  await ask(
    "discovery",
    `{ networkMetrics(filter: { objectives: { anyOf: [7] } }) { nodeCount } }`,
  );
  const before = await rows();
  const refused = before.pop();
  expect([before.every((table: Data) => table.length > 0), refused]).toEqual([true, []]);
  await opened.services.discovery.parts.feeds.rebuild();
  expect(await rows()).toEqual([...before, refused]);
});

it("stands as the rules of the services would keep it: the turn of the day moves nothing", async () => {
  const before = await outboxes();
  for (const { definition, parts } of Object.values(opened.services)) {
    await definition.daily?.(parts, RECIPE.day);
  }
  expect(await outboxes()).toEqual(before);
});

it("makes and tells nothing twice when it is run again", async () => {
  const before = await outboxes();
  await generateNetwork({ services: opened.services, ...RECIPE });
  expect(await outboxes()).toEqual(before);
});

it("takes no database in which others are, unless told to put itself beside them", async () => {
  const state = new PlatformState(database.url);
  const wanted = { recipe: RECIPE, beside: false };
  const take = (beside: boolean) => takePlace(opened.services, state, { ...wanted, beside });
  await expect(take(false)).rejects.toThrow(/There are 60 organisations here.*--beside/);
  await state.write(DEMO_STATE, { state: "loaded" });
  await expect(take(false)).rejects.toThrow(/The demo network is here.*--beside/);
  expect(await take(true)).toEqual({ recipe: RECIPE, isFull: false });
});

it("goes on with a run that was broken off, and takes no second network", async () => {
  const state = new PlatformState(database.url);
  await takePlace(opened.services, state, { recipe: RECIPE, beside: true });
  const tomorrow = { ...RECIPE, day: "2099-01-01" };
  const take = (recipe: typeof RECIPE) =>
    takePlace(opened.services, state, { recipe, beside: false });
  expect(await take(tomorrow)).toEqual({ recipe: RECIPE, isFull: false });
  await keepPlace(state, RECIPE);
  expect(await take(tomorrow)).toEqual({ recipe: RECIPE, isFull: true });
  await expect(take({ ...RECIPE, seed: 8 })).rejects.toThrow(/of 60 organisations \(--seed 7\)/);
});
