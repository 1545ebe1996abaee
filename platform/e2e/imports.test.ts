import { request as httpRequest } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import { eventually } from "../test/eventually.ts";
import { FAR, type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { sendPaper } from "../test/papers-world.ts";
import { adminToken, tokenOf } from "../test/tokens.ts";

let graphs: Graphs;
let token: string;
beforeAll(async () => {
  graphs = await openGraphs();
  token = await adminToken(graphs);
}, OPENING);
afterAll(() => graphs.close());

const MEGABYTE = 1_000_000;

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const start = async (input: object = {}) => {
    const asked = { kind: "ORGANISATIONS", fileName: "members.csv", ...input };
    const selection = "id uploadUrl";
    const { id, uploadUrl } = await change(url(), {
      ...{ field: "startImport", input: asked, selection, token },
    });
    return { id: String(id), file: new URL(String(uploadUrl), url()) };
  };
  const put = (file: URL, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(file, { method: "PUT", body });
  const codeIn = async (response: Response): Promise<unknown> => {
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    return [response.status, errors[0]?.extensions.code];
  };
  const ended = async (query: string, id: string) => {
    for (;;) {
      const { data } = await ask(url(), {
        query: `query ($id: ID!) { one: ${query}(id: $id) { state rowsRead created skipped failure
          problems(first: 5) { nodes { line column code message } } } }`,
        ...{ variables: { id }, token },
      });
      if (!/QUEUED|RUNNING/.test(data.one.state)) return data.one;
      await pause(20);
    }
  };

  it("takes a file of several parts in, by its link alone, and reports", async () => {
    const { id, file } = await start();
    const name = `Shipped ${transport}`;
    const filler = `"${"x".repeat(4_000)}"`;
    const rows = Array.from({ length: 700 }, () => `${name},${filler}`);
    const response = await put(file, ["name,description", ...rows, ",y"].join("\n"));
    expect([response.status, await response.json()]).toEqual([
      201,
      { id, bytes: expect.any(Number) },
    ]);
    expect(await ended("import", id)).toMatchObject({
      ...{ state: "DONE", rowsRead: 701, created: 1, skipped: 1, failure: null },
      problems: { nodes: [{ line: 702, column: "name", code: "ROW_SKIPPED" }] },
    });
    expect(await codeIn(await put(file, "name\nAgain"))).toEqual([404, "NOT_FOUND"]);
  });

  it("takes practices in, whose service is another", async () => {
    const input = { fileName: "practices.csv" };
    const selection = "id uploadUrl kind";
    const field = "startPracticeImport";
    const made = await change(url(), { field, input, selection, token });
    expect(made.kind).toBe("practices");
    const implementer = `Implementer ${transport}`;
    const { id } = await change(url(), {
      ...{ field: "createOrganisation", input: { name: implementer }, token },
    });
    const row = `Ferry ${transport},Across.,7,${id}`;
    const sent = await put(
      new URL(made.uploadUrl, url()),
      `Title,Summary,Objectives,Implementers\n${row}\nBad,No implementer.,7,Nobody`,
    );
    expect(sent.status).toBe(201);
    const told = { state: "DONE", created: 1, skipped: 1 };
    expect(await ended("practiceImport", made.id)).toMatchObject(told);
  });

  it("refuses another method, another link and a file that is too large", async () => {
    const { file } = await start();
    expect((await fetch(file)).status).toBe(405);
    const forged = new URL(file);
    forged.searchParams.set("token", "x".repeat(43));
    for (const wrong of [
      forged,
      new URL(file.pathname, file),
      new URL("/uploads/meetings/imp_1", file),
    ]) {
      expect(await codeIn(await put(wrong, "name\nA"))).toEqual([404, "NOT_FOUND"]);
    }
    expect(await codeIn(await put(file, ""))).toEqual([400, "BAD_USER_INPUT"]);
    const unsized = new Blob([new Uint8Array(51 * MEGABYTE)]).stream();
    const tooLarge = await fetch(file, {
      method: "PUT",
      body: unsized,
      duplex: "half",
    } as RequestInit);
    expect(await codeIn(tooLarge)).toEqual([413, "LIMIT_EXCEEDED"]);
    expect((await put(file, "name\nFits")).status).toBe(201);
  });

  it("takes a file that broke off again, by the same link", async () => {
    const { id, file } = await start();
    const half = httpRequest(file, { method: "PUT", headers: { "content-length": 3 * MEGABYTE } });
    half.on("error", () => undefined);
    half.write(Buffer.alloc(2 * MEGABYTE, "x"));
    const { db } = graphs.opened.services.stakeholders.parts;
    await eventually(async () => {
      const sql = "SELECT 1 FROM import_chunk WHERE import_id = $1";
      return (await db.query<object[]>(sql, [id])).length > 0;
    });
    half.destroy();
    const { status } = await put(file, `name\nWhole ${transport}`);
    expect(status).toBe(201);
    expect(await ended("import", id)).toMatchObject({ state: "DONE", rowsRead: 1, created: 1 });
  });

  it("is closed to a secretariat, and tells it of nobody's import", async () => {
    const { id } = await start();
    const secretariat = await tokenOf(graphs, "secretariat");
    const input = { kind: "ACTIVITIES", fileName: "3w.csv" };
    const refused = await tryChange(url(), { field: "startImport", input, token: secretariat });
    expect(codeOf(refused)).toBe("FORBIDDEN");
    const { data } = await ask(url(), {
      query: `query ($id: ID!) { import(id: $id) { state } practiceImport(id: $id) { state } }`,
      ...{ variables: { id }, token: secretariat },
    });
    expect(data).toEqual({ import: null, practiceImport: null });
  });
});

it.each(TRANSPORTS)(
  "gives a paper to whoever sits there, by a link of their own: %s",
  async (transport) => {
    const url = graphs.url(transport);
    const lead = await tokenOf(graphs, "group-co-lead");
    const { id: meeting } = await change(url, {
      field: "createMeeting",
      input: {
        ...{
          group: graphs.demo.groups["alternatives-to-detention"],
          title: "With papers",
          audience: "PUBLIC",
        },
        ...{ localStart: "2041-01-10T10:00:00", timeZone: "Europe/London", durationMinutes: 60 },
      },
      token: lead,
    });
    const { id: agendaItem } = await change(url, {
      field: "addAgendaItem",
      input: { meeting, title: "Budget", durationMinutes: 10 },
      token: lead,
    });
    const paper = { agendaItem, title: "Budget", fileName: "budget.csv" };
    const large = `country,budget\n${"NG,1200\n".repeat(300_000)}`;
    await sendPaper(url, lead, { paper, body: large });
    const query = `query ($id: ID!) {
    agendaItem(id: $id) { papers { nodes { latest { size downloadUrl } } } } }`;
    const asked = { query, variables: { id: agendaItem } };
    const { data } = await ask(url, { ...asked, token: lead });
    const [{ latest }] = data.agendaItem.papers.nodes;
    expect(latest.size).toBe(large.length);
    const file = await fetch(new URL(latest.downloadUrl, url));
    expect([file.status, file.headers.get("content-disposition")]).toEqual([
      200,
      `attachment; filename="budget.csv"; filename*=UTF-8''budget.csv`,
    ]);
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await file.text()) === large).toBe(true);
    const tampered = await fetch(new URL(`${latest.downloadUrl.slice(0, -1)}`, url));
    expect(tampered.status).toBe(404);
    const outsider = await tokenOf(graphs, "organisation-editor");
    const { data: others } = await ask(url, { ...asked, token: outsider });
    expect(others.agendaItem).toEqual({ papers: null });
    expect((await ask(url, asked)).data.agendaItem).toBeNull();
  },
);

it("says that a service on another machine is away, and takes the file once it is back", async () => {
  const url = graphs.url(FAR);
  const input = { kind: "ORGANISATIONS", fileName: "members.csv" };
  const selection = "uploadUrl";
  const { uploadUrl } = await change(url, { field: "startImport", input, selection, token });
  const send = () => fetch(new URL(uploadUrl, url), { method: "PUT", body: "name\nPatience" });
  const bringBack = await graphs.takeDown(FAR, "stakeholders");
  expect((await send()).status).toBe(503);
  await bringBack();
  expect((await send()).status).toBe(201);
});
