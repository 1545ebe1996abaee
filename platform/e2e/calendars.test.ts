import { Account } from "@convene/identity/account/account.entity";
import { newId } from "@convene/shared/type-id";
import request from "supertest";
import { change } from "../test/ask.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { settle } from "../test/settle.ts";
import { adminToken, personToken } from "../test/tokens.ts";

let graphs: Omit<Graphs, "demo">;
let admin: string;
let ada: string;
let group: string;

beforeAll(async () => {
  graphs = await openEmptyGraphs(await temporaryFolder("calendars"));
  admin = await adminToken(graphs);
  const organisation = await make("createOrganisation", { name: "Harbour", audience: "PUBLIC" });
  ada = await buildSomebody("ada");
  const seen = { code: "CAL", name: "Calendars", audience: "PUBLIC" };
  group = await make("createWorkingGroup", seen);
  await settle(graphs.opened);
  await make("addSeat", { group, organisation, delegate: ada });
  await settle(graphs.opened);
}, OPENING);
afterAll(async () => {
  await graphs.close();
  await removeTemporaryFolders();
});

const url = () => graphs.url(TRANSPORTS[0] ?? "in process");

async function make(field: string, input: object): Promise<string> {
  return (await change(url(), { field, input, token: admin, selection: "id" })).id as string;
}

/** Somebody of the graph with an account of a proven address. */
async function buildSomebody(name: string): Promise<string> {
  const person = await make("createPerson", { name, audience: "PUBLIC" });
  const now = new Date();
  const account = { id: newId("acc"), name, email: `${name}@example.org`, personId: person };
  const blank = { emailVerified: true, image: null, platform: [], createdAt: now, updatedAt: now };
  await graphs.opened.services.identity.parts.db.manager.insert(Account, { ...account, ...blank });
  return person;
}

const meetingOf = (title: string) =>
  make("createMeeting", {
    ...{ group, title, audience: "NOBODY", joinUrl: "https://meet.example.org/q" },
    ...{ localStart: "2040-03-08T10:00:00", timeZone: "Africa/Casablanca", durationMinutes: 60 },
  });

describe.each(TRANSPORTS)("%s", (transport) => {
  const at = () => graphs.url(transport);

  it("answers a calendar by its private address, as its owner sees it, until it is revoked", async () => {
    const title = `By address ${transport}`;
    await meetingOf(title);
    const token = await personToken(graphs, ada);
    const selection = "url calendarFeed { id }";
    const made = await change(at(), { field: "createCalendarFeed", input: {}, token, selection });
    const { pathname } = new URL(made.url as string);
    const first = await request(at()).get(pathname).expect(200);
    expect(first.headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, max-age=300",
    });
    expect(first.text).toContain(title);
    expect(first.text).toContain("TZID:Africa/Casablanca\r\n");
    expect(first.text).toContain("CONFERENCE;VALUE=URI:https://meet.example.org/q\r\n");
    const again = request(at())
      .get(pathname)
      .set("if-none-match", first.headers["etag"] ?? "");
    expect((await again.expect(304)).text).toBe("");
    await request(at()).post(pathname).expect(405);
    await request(at()).get(pathname.replace(/.ics$/, "x.ics")).expect(404);
    const input = { id: made.calendarFeed.id as string };
    await change(at(), { field: "revokeCalendarFeed", input, token, selection: "id" });
    await request(at()).get(pathname).expect(404);
  });
});
