import { Account } from "@convene/identity/account/account.entity";
import { ApiKey } from "@convene/identity/api-key/api-key.entity";
import { ApiKeyScope } from "@convene/identity/api-key/api-key.enum";
import { Session } from "@convene/identity/session/session.entity";
import { newId } from "@convene/shared/type-id";
import type { Graphs } from "../open-graphs.ts";
import { settle } from "../settle.ts";
import { personToken } from "../tokens.ts";
import { plantBusiness, plantPartners, plantWork } from "./hidden-work.ts";
import type { Ids } from "./id-kind.ts";
import { type Ground, Planting } from "./planting.ts";

/** Somebody else's: nobody but an administrator, and its own, may learn that any of it is there. */
export interface HiddenTenant {
  readonly ids: Ids;
  /** A person of it: the owner of its organisation. */
  readonly owner: string;
  /** Words that stand in every text of it that is kept from others. */
  readonly canaries: readonly string[];
}

const STARTS = { localStart: "2040-02-10T10:00:00", timeZone: "Europe/London" };

/** Plants one. Its public meeting and organisation can be found: what they keep for few cannot. */
export async function plantTenant(graphs: Graphs, ground: Ground): Promise<HiddenTenant> {
  const planting = new Planting(ground);
  await plantPlaces(planting);
  await showMeetings(planting);
  await plantTies(planting);
  await plantPartners(planting);
  // Each service knows by now who sits and belongs where.
  await settle(graphs.opened);
  const token = await personToken(graphs, planting.id("person"));
  await plantMessage(planting, token);
  await plantWork(planting, token);
  await plantBusiness(planting, token);
  const account = await plantAccount(graphs, planting);
  await settle(graphs.opened);
  const ids = new Map(account);
  for (const id of planting.ids) {
    const kind = id.slice(0, 3);
    ids.set(kind, [...(ids.get(kind) ?? []), id]);
  }
  return { ids, canaries: planting.canaries, owner: planting.id("person") };
}

async function plantPlaces(planting: Planting): Promise<void> {
  const hidden = planting.audience;
  const canary = (what: string) => planting.canary(what);
  await planting.make("organisation", "createOrganisation", {
    name: `Org ${canary("Organisation")}`,
    description: canary("Description"),
    acronym: canary("Acronym"),
    identifiers: [{ scheme: "x-hidden", value: canary("Identifier") }],
    countries: ["GB"],
    ...hidden,
  });
  await planting.make("person", "createPerson", {
    name: `Person ${canary("Person")}`,
    about: canary("About"),
    organisation: planting.id("organisation"),
    ...hidden,
  });
  await planting.make("network", "createNetwork", {
    name: `Network ${canary("Network")}`,
    description: canary("NetworkText"),
    kind: "GLOBAL",
    ...hidden,
  });
  await planting.make("group", "createWorkingGroup", {
    code: canary("Code").slice(0, 40),
    name: canary("Group"),
    description: canary("GroupText"),
    network: planting.id("network"),
    state: "CHARTERED",
    ...hidden,
  });
  const when = { ...STARTS, durationMinutes: 60 };
  const joins = (what: string) => ({
    joinUrl: `https://meet.example.org/${planting.canary(what)}`,
  });
  const repeats = { preset: "QUARTERLY", count: 2 };
  const group = planting.id("group");
  const of = { group, ...when, ...hidden };
  const title = canary("Meeting");
  await planting.make("meeting", "createMeeting", { ...of, title, ...joins("Join") });
  await planting.make("series", "createMeetingSeries", {
    ...of,
    ...repeats,
    title,
    ...joins("SeriesJoin"),
  });
}

/** A group and its meetings that everybody sees, but for how to join them. */
async function showMeetings(planting: Planting): Promise<void> {
  await planting.show("public group", "createWorkingGroup", {
    code: `SEEN-${Date.now()}`,
    name: "A group that everybody sees",
    state: "CHARTERED",
  });
  const group = planting.id("public group");
  const of = { group, ...STARTS, durationMinutes: 60, audience: "PUBLIC", title: "Seen by all" };
  const joins = (what: string) => ({
    joinUrl: `https://meet.example.org/${planting.canary(what)}`,
  });
  await planting.show("public meeting", "createMeeting", { ...of, ...joins("PublicJoin") });
  const series = { ...of, ...joins("PublicSeriesJoin"), preset: "QUARTERLY", count: 2 };
  await planting.show("public series", "createMeetingSeries", series);
}

async function plantTies(planting: Planting): Promise<void> {
  const id = (what: string) => planting.id(what);
  const pair = { organisation: id("organisation"), person: id("person") };
  await planting.make("role", "addRole", {
    ...pair,
    title: planting.canary("Title"),
    access: "OWNER",
  });
  await planting.make("member", "addNetworkMember", {
    network: id("network"),
    organisation: pair.organisation,
  });
  await planting.make("seat", "addSeat", {
    group: id("group"),
    organisation: pair.organisation,
    delegate: pair.person,
    onBehalfOf: planting.canary("Behalf"),
  });
  await planting.make("agenda item", "addAgendaItem", {
    meeting: id("meeting"),
    title: planting.canary("Item"),
    durationMinutes: 5,
  });
  await planting.make("call", "openInputCall", {
    group: id("group"),
    title: planting.canary("Call"),
    questions: [{ question: planting.canary("Question") }],
    closesAt: new Date(Date.now() + 86_400_000),
  });
  // What it is about stays hidden where everybody sees the item.
  await planting.show("public item", "addAgendaItem", {
    ...{ meeting: id("public meeting"), title: "Seen by all", durationMinutes: 5 },
    consultation: id("call"),
  });
  await planting.make("attendance", "recordAttendance", {
    meeting: id("meeting"),
    organisation: pair.organisation,
    status: "INVITED",
  });
  await planting.make("practice", "createPractice", {
    title: planting.canary("Practice"),
    summary: planting.canary("Summary"),
    objectives: [7],
    implementers: [pair.organisation],
  });
  const file = { fileName: `${planting.canary("File")}.csv` };
  await planting.make("import", "startImport", { ...file, kind: "ORGANISATIONS" });
  await planting.make("practice import", "startPracticeImport", file);
  await planting.invite(
    `name,email,country\n${planting.canary("Invited")},${planting.canary("Mail")}@example.org,GB\n`,
  );
}

/** What its person wrote and reported: those alone read it to whom it went, and who decide. */
async function plantMessage(planting: Planting, token: string): Promise<void> {
  const [subject, text] = [planting.canary("Subject"), planting.canary("Letter")];
  const to = planting.id("organisation");
  const message = { field: "sendMessage", input: { to, subject, text } };
  await planting.makeAs(token, "message", message);
  const comment = planting.canary("Reported");
  const report = { field: "reportContent", input: { about: to, reason: "SPAM", comment } };
  await planting.makeAs(token, "report", report);
}

/** An account with a session and a key: its rows are its own, to an administrator as well. */
async function plantAccount({ opened }: Graphs, planting: Planting) {
  const { manager } = opened.services.identity.parts.db;
  const [now, id] = [new Date(), newId("acc")];
  const times = { createdAt: now, updatedAt: now };
  const name = planting.canary("Account");
  const blank = { emailVerified: true, image: null, platform: [] };
  const who = { id, name, email: `${name}@example.org`, personId: planting.id("person") };
  await manager.insert(Account, { ...who, ...blank, ...times });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const [session, key] = [newId("ses"), newId("key")];
  const browser = { userAgent: planting.canary("Browser"), ipAddress: null, expiresAt };
  await manager.insert(Session, {
    id: session,
    accountId: id,
    token: session,
    ...browser,
    ...times,
  });
  const made = { scopes: [ApiKeyScope.READ], createdAt: now, expiresAt, lastUsedAt: null };
  const about = { name: planting.canary("Key"), hint: "cnv_", secretHash: key };
  await manager.insert(ApiKey, { id: key, accountId: id, ...about, ...made });
  return new Map<string, readonly string[]>([
    ["acc", [id]],
    ["ses", [session]],
    ["key", [key]],
  ]);
}
