import { PART_SIZE } from "@convene/shared/upload/uploads";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { coLeadOf, createFactories, errorOf, seatedIn } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { db, execute, service, tell } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildPerson } = createFactories(harness);

const VERSION = `number fileName mediaType size sha256 isLate uploader { id } downloadUrl`;
const PAPERS = `papers { nodes { id title language viewerCanEdit latest { ${VERSION} }
  versions { totalCount nodes { number fileName } } } }`;

/** The mutation, and behind it what is asked of its answer. */
function change(asked: string, viewer: Viewer | null, input: object) {
  const [mutation = "", fields = "__typename"] = asked.split(/ (.*)/s);
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { ${fields} } }`;
  return execute(query, { viewer, input });
}

async function linkFor(viewer: Viewer, input: object) {
  const { data, errors } = await change("uploadPaper uploadUrl uploadUntil", viewer, input);
  expect(errors).toBeUndefined();
  const [, id = "", token = ""] =
    /^\/uploads\/meetings\/(\w+)\?token=([\w-]+)$/.exec(data.made.uploadUrl) ?? [];
  return { id, token };
}

/** As the gateway passes a file on. */
async function send(link: { id: string; token: string }, bytes: Uint8Array): Promise<void> {
  const { uploads } = service();
  if (!uploads) throw new Error("It takes no files");
  await uploads.check(link);
  const upload = newId("upl");
  const parts = Math.ceil(bytes.byteLength / PART_SIZE);
  for (let position = 0; position < parts; position += 1) {
    const part = bytes.subarray(position * PART_SIZE, (position + 1) * PART_SIZE);
    await uploads.put({ ...link, upload, position, bytes: part });
  }
  await uploads.finish({ ...link, upload, parts, size: bytes.byteLength });
}

const get = (viewer: Viewer | null, path: string, part?: number) =>
  service().pages?.answer(viewer, {
    method: "GET",
    path,
    headers: {},
    body: "",
    client: null,
    part,
  });

async function build() {
  const group = await buildGroup();
  const meeting = await buildMeeting({ group });
  const item = await buildAgendaItem(meeting);
  const member = { ...seatedIn(group), person: await buildPerson() };
  const lead = { ...coLeadOf(group), person: await buildPerson() };
  const papersFor = async (viewer: Viewer | null) =>
    (await execute(`query ($id: ID!) { agendaItem(id: $id) { ${PAPERS} } }`, { viewer, id: item }))
      .data.agendaItem.papers;
  return { group, meeting, item, member, lead, papersFor };
}

const PDF = Buffer.from(`%PDF-1.7\n${"what is to be read ".repeat(100_000)}`);

it("takes a paper by a link, keeps its versions, and gives it to those who sit there, in parts", async () => {
  const { group, meeting, item, member, lead, papersFor } = await build();
  const input = { agendaItem: item, title: "Budget", language: "fr", fileName: "../Bud:get.exe" };
  const link = await linkFor(member, input);
  expect((await papersFor(member)).nodes).toEqual([]);
  await send(link, PDF);
  await expect(send(link, PDF)).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
  const [paper] = (await papersFor(member)).nodes;
  expect(paper).toMatchObject({
    ...{ title: "Budget", language: "fr", viewerCanEdit: true },
    latest: {
      ...{ number: 1, fileName: "Bud get.pdf", mediaType: "application/pdf", size: PDF.length },
      ...{ isLate: false, uploader: { id: member.person } },
    },
  });

  const { downloadUrl } = paper.latest;
  const bent = (part: string) => part.slice(0, -1) + (part.endsWith("0") ? "1" : "0");
  const parts: string[] = downloadUrl.split("/");
  expect(await service().pages?.owner(downloadUrl)).toMatchObject({ person: member.person });
  for (const at of [2, 3, 4, 5]) {
    const path = parts.map((part, index) => (index === at ? bent(part) : part)).join("/");
    expect(await service().pages?.owner(path)).toBeNull();
    expect(await get(member, path)).toMatchObject({ status: 404 });
  }
  const head = await get(member, downloadUrl);
  expect(head).toMatchObject({ status: 200, body: "", parts: 2 });
  expect(head?.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="Bud get.pdf"; filename*=UTF-8''Bud%20get.pdf`,
    "x-content-type-options": "nosniff",
  });
  const bodies = [await get(member, downloadUrl, 0), await get(member, downloadUrl, 1)];
  const bytes = Buffer.concat(bodies.map((one) => Buffer.from(one?.body ?? "", "base64")));
  expect(bytes.equals(PDF)).toBe(true);
  // It is theirs alone, and for as long as they sit there.
  expect(await get(lead, downloadUrl)).toMatchObject({ status: 404 });
  expect(await get({ ...member, groups: [] }, downloadUrl, 0)).toMatchObject({ status: 404 });

  const documented = async (viewer: Viewer | null) =>
    (
      await execute(
        `query ($id: ID!) { meeting(id: $id) { agendaDocument(format: MARKDOWN) { text } } }`,
        { viewer, id: meeting },
      )
    ).data.meeting.agendaDocument.text as string;
  expect(await documented(member)).toContain("Papers: Budget (fr)");
  expect(await documented(null)).not.toContain("Budget");

  const papersDueAt = "2026-01-01T00:00:00.000Z";
  await change("setPapersDeadline", lead, { meeting, papersDueAt });
  await send(await linkFor(lead, { paper: paper.id, fileName: "b.md" }), Buffer.from("# Budget"));
  const [next] = (await papersFor(buildViewer({ groups: [{ id: group, role: "OBSERVER" }] })))
    .nodes;
  expect(next).toMatchObject({
    ...{ id: paper.id, viewerCanEdit: false },
    latest: { number: 2, fileName: "b.md", isLate: true, downloadUrl: null },
    versions: { totalCount: 2, nodes: [{ number: 2 }, { number: 1 }] },
  });
});

it("refuses what is no document, too large or empty, and lets it be sent again", async () => {
  const { item, member, papersFor } = await build();
  const link = await linkFor(member, { agendaItem: item, title: "T", fileName: "a.pdf" });
  const html = Buffer.from("<html><script>alert(1)</script></html>");
  await expect(send(link, html)).rejects.toMatchObject({
    extensions: { code: "BAD_USER_INPUT", field: "file" },
  });
  await expect(send(link, Buffer.alloc(0))).rejects.toMatchObject({
    extensions: { code: "BAD_USER_INPUT" },
  });
  const put = { ...link, upload: "upl_9", position: 24, bytes: Buffer.alloc(PART_SIZE) };
  await expect(service().uploads?.put(put)).rejects.toMatchObject({
    extensions: { code: "LIMIT_EXCEEDED" },
  });
  await send(link, PDF);
  expect((await papersFor(member)).nodes).toHaveLength(1);
});

it("brings the papers of a proposal to the item that it becomes", async () => {
  const { meeting, lead, member } = await build();
  const proposed = { meeting, title: "P", purpose: "INFORM", minutesAsked: 5 };
  const { data } = await change("proposeAgendaItem id", member, proposed);
  const { id } = data.made;
  await send(await linkFor(member, { proposal: id, title: "Draft", fileName: "x" }), PDF);
  const accepted = await change(
    "acceptAgendaProposal papers { nodes { id } } agendaItem { papers { nodes { id title } } }",
    lead,
    { id },
  );
  const { papers, agendaItem } = accepted.data.made;
  expect(agendaItem.papers.nodes).toEqual([{ id: papers.nodes[0].id, title: "Draft" }]);
});

it("takes files away that no paper has any more, and hides those of what was taken down", async () => {
  const { item, member, lead, papersFor } = await build();
  for (const title of ["Goes", "Stays"]) {
    await send(await linkFor(member, { agendaItem: item, title, fileName: "a.pdf" }), PDF);
  }
  const [goes, stays] = (await papersFor(member)).nodes;
  expect((await change("removePaper", member, { id: goes.id })).errors).toBeUndefined();
  expect(await get(member, goes.latest.downloadUrl)).toMatchObject({ status: 404 });
  const filesOf = async () => {
    const keys: string[] = [];
    for await (const { key } of service().parts.files.list("papers")) keys.push(key);
    return keys.length;
  };
  const before = await filesOf();
  await service().keepToRetention();
  expect(await filesOf()).toBe(before);
  await service().keepToRetention(new Date(Date.now() + 2 * 86_400_000));
  expect(await filesOf()).toBe(before - 1);
  await tell("stakeholders", { type: "Takedown", id: item, payload: {} });
  expect(await get(member, stays.latest.downloadUrl)).toMatchObject({ status: 404 });
  expect((await papersFor(lead)).nodes).toHaveLength(1);
});

it("tells nobody under the rule who has sent what, and refuses who may not", async () => {
  const { group, meeting, item, member, lead, papersFor } = await build();
  const input = { agendaItem: item, title: "T", fileName: "a.pdf" };
  await send(await linkFor(member, input), PDF);
  await change("applyChathamHouseRule id", lead, { meeting });
  const [{ id, latest }] = (await papersFor(lead)).nodes;
  expect(latest.uploader).toBeNull();
  expect(await papersFor(null)).toBeNull();
  const observer = buildViewer({ groups: [{ id: group, role: "OBSERVER" }] });
  const other = { ...seatedIn(group), person: await buildPerson() };
  const cases: [string, Viewer | null, object, object][] = [
    ["uploadPaper", null, input, { code: "UNAUTHENTICATED" }],
    ["uploadPaper", observer, input, { code: "FORBIDDEN" }],
    ["uploadPaper", member, { ...input, agendaItem: newId("agi") }, { code: "NOT_FOUND" }],
    ["uploadPaper", member, { ...input, paper: id }, { field: "agendaItem" }],
    ["uploadPaper", member, { ...input, title: "" }, { field: "title" }],
    ["uploadPaper", other, { paper: id, fileName: "a" }, { code: "FORBIDDEN" }],
    ["removePaper", other, { id }, { code: "FORBIDDEN" }],
    ["removePaper", seatedIn(await buildGroup()), { id }, { code: "NOT_FOUND" }],
    ["setPapersDeadline", member, { meeting }, { code: "FORBIDDEN" }],
    [
      "setPapersDeadline",
      lead,
      { meeting, papersDueAt: "2099-01-01T00:00:00Z" },
      { field: "papersDueAt" },
    ],
  ];
  for (const [mutation, viewer, given, expected] of cases) {
    expect([mutation, errorOf(await change(mutation, viewer, given))]).toEqual([
      mutation,
      expect.objectContaining(expected),
    ]);
  }
  expect(await db().query("SELECT 1 FROM paper_chunk")).toEqual([]);
});

it("says of an item of a hidden meeting what it says of one that never was", async () => {
  const hidden = await buildAgendaItem(await buildMeeting({ audience: "NOBODY" }));
  for (const agendaItem of [hidden, newId("agi")]) {
    const { errors } = await change("uploadPaper", buildViewer({ person: await buildPerson() }), {
      ...{ agendaItem, title: "Budget", fileName: "budget.pdf" },
    });
    expect(errors?.[0]?.extensions).toEqual({
      code: "NOT_FOUND",
      type: "AgendaItem",
      id: agendaItem,
    });
  }
});

it("says of a paper in a hidden meeting, and of what it was sent for, nothing at all", async () => {
  const group = await buildGroup();
  const agendaItem = await buildAgendaItem(await buildMeeting({ group, audience: "NOBODY" }));
  const member = { ...seatedIn(group), person: await buildPerson() };
  await send(await linkFor(member, { agendaItem, title: "T", fileName: "a.pdf" }), PDF);
  const stranger = buildViewer({ person: await buildPerson() });
  const [{ id: hidden }] = await db().query("SELECT id FROM paper ORDER BY id DESC LIMIT 1");
  for (const id of [hidden, newId("ppr")]) {
    const told = { code: "NOT_FOUND", type: "Paper", id };
    const removed = await change("removePaper", stranger, { id });
    expect(removed.errors?.[0]?.extensions).toEqual(told);
    const sent = await change("uploadPaper", stranger, { paper: id, fileName: "b.pdf" });
    expect(sent.errors?.[0]?.extensions).toEqual(told);
  }
});
