import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { insertAccount } from "@convene/identity/account/account.service";
import { createBetterAuth, openedSession } from "@convene/identity/sign-in/sign-in.auth";
import { newId } from "@convene/shared/type-id";
import { issueToken } from "../src/token/access-token.ts";
import { change, ask } from "../test/ask.ts";
import { Browser } from "../test/browser.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { settle } from "../test/settle.ts";
import { adminToken, personToken } from "../test/tokens.ts";

let graphs: Graphs;
let admin: string;
beforeAll(async () => {
  graphs = await openGraphs();
  admin = await adminToken(graphs);
}, OPENING);
afterAll(() => graphs.close());

/** Much more than the second that is promised: the machine may be busy. */
const PATIENCE = 10_000;

class Stream {
  private text = "";
  private constructor(
    readonly status: number,
    private readonly incoming: AsyncIterator<Buffer>,
    readonly end: () => void,
  ) {}

  static open(url: string, query: string, headers: Record<string, string> = {}): Promise<Stream> {
    return new Promise((resolve, reject) => {
      const asking = request(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
      });
      asking.once("error", reject);
      asking.once("response", (response) => {
        const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
        resolve(new Stream(response.statusCode ?? 0, chunks, () => response.destroy()));
      });
      asking.end(JSON.stringify({ query }));
    });
  }

  /** The next event: its kind and its data. */
  async next(): Promise<{ event: string; data: unknown }> {
    for (;;) {
      const end = this.text.indexOf("\n\n");
      const block = this.text.slice(0, end);
      if (end >= 0) this.text = this.text.slice(end + 2);
      const [, event = "", data = ""] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (end >= 0 && event) return { event, data: data && JSON.parse(data).data };
      if (end >= 0) continue;
      const { done, value } = await this.incoming.next();
      if (done === true) throw new Error("The stream has ended");
      this.text += value.toString();
    }
  }
}

const watch = (id: string) =>
  `subscription { meetingChanged(id: "${id}") { title agenda(first: 5) { nodes { title } } } }`;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const group = () => graphs.demo.groups["services-in-cities"];
  const update = (field: string, input: object) => change(url(), { field, input, token: admin });

  const meeting = (): Promise<{ id: string }> =>
    update("createMeeting", {
      ...{ group: group(), title: "Before", audience: "PUBLIC", timeZone: "Europe/London" },
      ...{ localStart: "2030-01-14T14:00:00", durationMinutes: 60 },
    });

  it(
    "tells a meeting as it is, and again after each change of it and of what hangs on it",
    async () => {
      const { id } = await meeting();
      const stream = await Stream.open(url(), watch(id));
      const told = (title: string, ...items: string[]) => ({
        event: "next",
        data: {
          meetingChanged: { title, agenda: { nodes: items.map((item) => ({ title: item })) } },
        },
      });
      expect(stream.status).toBe(200);
      expect(await stream.next()).toEqual(told("Before"));
      const began = Date.now();
      await update("updateMeeting", { id, title: "After" });
      expect(await stream.next()).toEqual(told("After"));
      expect(Date.now() - began).toBeLessThan(PATIENCE);
      await update("addAgendaItem", { meeting: id, title: "An item", durationMinutes: 5 });
      expect(await stream.next()).toEqual(told("After", "An item"));
      stream.end();
    },
    PATIENCE * 2,
  );

  it(
    "tells whether the quorum is met, with each reply",
    async () => {
      const { id } = await meeting();
      const input = { group: group(), purpose: "To decide", quorum: { organisations: 1 } };
      await update("adoptCharter", input);
      await settle(graphs.opened);
      const query = `{ workingGroup(id: "${group()}") { coLeads { nodes { organisation { id } } } } }`;
      const { data } = await ask(url(), { query, token: admin });
      const organisation: unknown = data.workingGroup.coLeads.nodes[0].organisation.id;
      const quorum = `subscription { meetingChanged(id: "${id}") { quorum { isMet missing } } }`;
      const stream = await Stream.open(url(), quorum, bearer(admin));
      const told = (isMet: boolean, ...missing: string[]) => ({
        event: "next",
        data: { meetingChanged: { quorum: { isMet, missing } } },
      });
      expect(await stream.next()).toEqual(told(false, "1 more organisation"));
      await update("recordAttendance", { meeting: id, organisation, status: "ACCEPTED" });
      expect(await stream.next()).toEqual(told(true));
      stream.end();
    },
    PATIENCE * 2,
  );

  it(
    "tells what somebody else has saved of the minutes within a second, to those alone who sit there",
    async () => {
      const { id } = await meeting();
      const agendaItem = (await update("addAgendaItem", {
        ...{ meeting: id, title: "An item", durationMinutes: 5 },
      })) as { id: string };
      const query = `subscription { meetingChanged(id: "${id}") {
        agenda { nodes { minutes { text version } } } } }`;
      const seated = await Stream.open(url(), query, bearer(admin));
      const outside = await Stream.open(url(), query);
      const told = (minutes: object | null) => ({
        event: "next",
        data: { meetingChanged: { agenda: { nodes: [{ minutes }] } } },
      });
      for (const stream of [seated, outside]) expect(await stream.next()).toEqual(told(null));
      const took: number[] = [];
      for (const baseVersion of [0, 1, 2, 3, 4]) {
        const began = performance.now();
        await update("saveMinutes", { agendaItem: agendaItem.id, text: "Said", baseVersion });
        expect(await seated.next()).toEqual(told({ text: "Said", version: baseVersion + 1 }));
        took.push(performance.now() - began);
      }
      // From the asking to the hearing; the machine may be busy for once.
      expect(took.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000);
      await update("updateMeeting", { id, audience: "NOBODY" });
      expect(await outside.next()).toEqual({ event: "next", data: { meetingChanged: null } });
      for (const { end } of [seated, outside]) end();
    },
    PATIENCE * 2,
  );

  it(
    "ends once the meeting is hidden from the viewer, and is told of nothing that is hidden",
    async () => {
      const { id } = await meeting();
      const stream = await Stream.open(url(), watch(id));
      await stream.next();
      const changed = { title: "Secret", audience: "NOBODY" };
      await update("updateMeeting", { id, ...changed });
      const gone = { event: "next", data: { meetingChanged: null } };
      expect(await stream.next()).toEqual(gone);
      expect((await stream.next()).event).toBe("complete");
      const missing = await Stream.open(url(), watch("mtg_01jd0000000000000000000000"));
      const hidden = await Stream.open(url(), watch(id));
      for (const one of [missing, hidden]) {
        expect([await one.next(), (await one.next()).event]).toEqual([gone, "complete"]);
      }
    },
    PATIENCE * 2,
  );

  it("tells answers to a poll to those who may see them, and to nobody else that there are any", async () => {
    const { id: person } = await update("createPerson", { name: "Seated", audience: "PUBLIC" });
    const described = { name: `Seated, ${transport}`, description: "It helps" };
    const { id: organisation } = await update("createOrganisation", described);
    await update("addSeat", { group: group(), organisation, delegate: person });
    await settle(graphs.opened);
    const poll = await change(url(), {
      field: "createPoll",
      input: {
        ...{ group: group(), title: "When?", timeZone: "Europe/London", durationMinutes: 60 },
        ...{ localStarts: ["2041-01-10T14:00:00"], deadline: "2040-12-01T00:00:00Z" },
      },
      token: admin,
      selection: "id invitations { nodes { id } }",
    });
    const query = `subscription { pollChanged(id: "${poll.id}") {
      status slots { nodes { result { noCount } } } } }`;
    const convening = await Stream.open(url(), query, bearer(admin));
    const sitting = await Stream.open(url(), query, bearer(await personToken(graphs, person)));
    const told = (status: string, result: object | null) => ({
      ...{ event: "next", data: { pollChanged: { status, slots: { nodes: [{ result }] } } } },
    });
    expect(await convening.next()).toEqual(told("OPEN", { noCount: 0 }));
    expect(await sitting.next()).toEqual(told("OPEN", null));
    const invitation = poll.invitations.nodes[0].id;
    const made = await change(url(), {
      ...{ field: "createPollLink", input: { invitation }, token: admin, selection: "url" },
    });
    const { pathname, search } = new URL(made.url);
    const browser = new Browser(url());
    const [, slot = ""] =
      /name="(psl_\w+)"/.exec((await browser.get(pathname + search)).text) ?? [];
    await browser.send(pathname + search, { [slot]: "NO" });
    expect(await convening.next()).toEqual(told("OPEN", { noCount: 1 }));
    await update("closePoll", { id: poll.id });
    expect(await sitting.next()).toEqual(told("CLOSED", null));
    for (const { end } of [convening, sitting]) end();
  });

  it("opens twenty streams for one viewer, and no more", async () => {
    const { id } = await meeting();
    const { id: person } = await update("createPerson", { name: "Many", audience: "PUBLIC" });
    const headers = bearer(await personToken(graphs, person));
    const streams: Stream[] = [];
    for (let n = 0; n < 21; n += 1) streams.push(await Stream.open(url(), watch(id), headers));
    expect(streams.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 20 }, () => 200),
      429,
    ]);
    for (const { end } of streams) end();
  });

  it("ends at once for who signs out, by way of whichever gateway", async () => {
    const { id } = await meeting();
    const { parts } = graphs.opened.services.identity;
    const given = { name: "Ada", email: `${newId("acc")}@example.org`, emailVerified: true };
    const account = await parts.transactions.write((tx) =>
      insertAccount(tx, { ...given, platform: [] }),
    );
    const cookies = await openedSession(createBetterAuth(parts), account.id, new Headers());
    for (const other of TRANSPORTS.filter((one) => one !== transport || TRANSPORTS.length === 1)) {
      const browser = new Browser(graphs.url(other), cookies);
      const stream = await Stream.open(url(), watch(id), { cookie: browser.cookie });
      await stream.next();
      const began = performance.now();
      await browser.send("/auth/account/sign-out", {});
      expect((await stream.next()).event).toBe("complete");
      expect(performance.now() - began).toBeLessThan(PATIENCE);
    }
  });

  it("ends once the token has expired", async () => {
    const { id } = await meeting();
    const token = await issueToken(graphs.secrets, { person: null, platform: [], expiresIn: "2s" });
    const stream = await Stream.open(url(), watch(id), bearer(token));
    await stream.next();
    await pause(2_100);
    await update("updateMeeting", { id, title: "After it" });
    expect((await stream.next()).event).toBe("complete");
  });

  it("wants a client that takes events, and a token that is good", async () => {
    const { errors } = await ask(url(), { query: watch("mtg_x") });
    expect(errors?.[0]?.message).toContain("text/event-stream");
    expect((await Stream.open(url(), watch("mtg_x"), bearer("none"))).status).toBe(401);
  });
});
