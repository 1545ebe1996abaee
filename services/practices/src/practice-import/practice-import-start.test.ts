import { randomUUID } from "node:crypto";
import { runImport } from "@convene/shared/file-import/import-run.service";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { tellOrganisation } from "../../test/factories.ts";
import { practices } from "../definition.ts";
import { practiceImporters } from "./practice-import.job.ts";

const harness = createHarness(practices);
const { db, execute, service, tell } = harness;

const change = (viewer: Viewer | null, field: string, input: object) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { one: ${field}(input: $input) {
    id kind scheme state uploadUrl } }`;
  return execute(query, { viewer, input });
};
const start = (viewer: Viewer | null, input: object = { fileName: "practices.csv" }) =>
  change(viewer, "startPracticeImport", input);
const code = ({ errors }: Awaited<ReturnType<typeof execute>>) => errors?.[0]?.extensions["code"];
const read = async (id: string, viewer: Viewer | null = admin) => {
  const query = `query ($id: ID!) { practiceImport(id: $id) { state rowsRead created skipped
    problems(first: 1) { nodes { line field code message cell } } } }`;
  return (await execute(query, { viewer, id })).data.practiceImport;
};

describe("an import of practices through the API", () => {
  it("is open to administrators alone", async () => {
    expect(code(await start(null))).toBe("UNAUTHENTICATED");
    expect(code(await start(buildViewer({ platform: ["REVIEWER"] })))).toBe("FORBIDDEN");
    const { errors } = await start(admin, { fileName: "" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "fileName" });
    const { data } = await start(admin);
    expect(data.one).toMatchObject({ kind: "practices", scheme: null, state: "WAITING_FOR_FILE" });
    expect(data.one.uploadUrl).toMatch(/^\/uploads\/practices\/imp_/);
    expect(await read(data.one.id, buildViewer())).toBeNull();
    const input = { id: data.one.id };
    expect(code(await change(buildViewer(), "cancelPracticeImport", input))).toBe("NOT_FOUND");
    expect(code(await change(null, "cancelPracticeImport", input))).toBe("UNAUTHENTICATED");
    const off = await change(admin, "cancelPracticeImport", input);
    expect(off.data.one).toMatchObject({ state: "CANCELLED", uploadUrl: null });
    expect(code(await change(admin, "cancelPracticeImport", input))).toBe("CONFLICT");
  });

  it("takes the rows of the file in, and tells of those that it leaves, until somebody is erased", async () => {
    const own = await tellOrganisation(harness);
    const { one } = (await start(admin)).data;
    const token = new URL(one.uploadUrl, "http://graph").searchParams.get("token") ?? "";
    const bytes = Buffer.from(
      `Title,Summary,Objectives,Implementers\nA ferry,Across.,7,${own}\nA boat,Across.,7,Nobody`,
    );
    const sent = { id: one.id, token, upload: randomUUID() };
    await service().uploads?.put({ ...sent, position: 0, bytes });
    await service().uploads?.finish({ ...sent, parts: 1, size: bytes.length });
    expect(await read(one.id)).toMatchObject({ state: "QUEUED" });
    const { signal } = new AbortController();
    await runImport({ parts: service().parts, importers: practiceImporters, id: one.id, signal });
    expect(await read(one.id)).toMatchObject({
      ...{ state: "DONE", rowsRead: 2, created: 1, skipped: 1 },
      problems: {
        nodes: [
          {
            ...{ line: 3, field: "implementers", code: "ROW_SKIPPED" },
            cell: "Nobody",
            message: 'implementers names "Nobody", which is not known here',
          },
        ],
      },
    });
    await tell("stakeholders", { type: "Person", id: newId("per"), payload: null });
    const { nodes } = (await read(one.id)).problems;
    expect(nodes).toMatchObject([
      { cell: null, message: 'implementers names "…", which is not known here' },
    ]);
    expect(await db().query("SELECT 1 FROM import_chunk WHERE import_id = $1", [one.id])).toEqual(
      [],
    );
  });
});
