import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Harness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { PART_SIZE, type UploadLink } from "@convene/shared/upload/uploads";
import type { Viewer } from "@convene/shared/viewer";

const FIELDS = `id kind fileName state failure uploadUrl fileBytes rowsRead created updated
  unchanged skipped problemsFound dryRun`;

export interface AskedImport {
  readonly viewer?: Viewer | null;
  readonly kind?: string;
  readonly [field: string]: unknown;
}

/** Imports through the graph, as an administrator unless told. */
export function graphImporter({ db, execute, service }: Harness) {
  const tryStart = ({ viewer = admin, ...fields }: AskedImport = {}) =>
    execute(`mutation ($input: StartImportInput!) { startImport(input: $input) { ${FIELDS} } }`, {
      viewer,
      input: { kind: "ORGANISATIONS", fileName: "members.csv", ...fields },
    });
  const read = async (id: string, viewer: Viewer | null = admin) => {
    const query = `query ($id: ID!) { import(id: $id) { ${FIELDS} } }`;
    return (await execute(query, { viewer, id })).data.import;
  };
  return {
    tryStart,
    start: async (asked?: AskedImport) => (await tryStart(asked)).data.startImport,
    cancel: (id: string, viewer: Viewer | null = admin, more: object = {}) =>
      execute(
        `mutation ($input: CancelImportInput!) { cancelImport(input: $input) { id state } }`,
        { viewer, input: { id, ...more } },
      ),
    read,
    problems: async (id: string, page: string) => {
      const query = `query ($id: ID!) { import(id: $id) { problems(${page}) { totalCount
        pageInfo { hasNextPage endCursor } nodes { line field column code message cell } } } }`;
      return (await execute(query, { viewer: admin, id })).data.import.problems;
    },
    /** The whole file, in parts. */
    send: async (link: UploadLink, text: string) => {
      const upload = randomUUID();
      const bytes = Buffer.from(text);
      let parts = 0;
      for (let at = 0; at < bytes.length; at += PART_SIZE) {
        const part = bytes.subarray(at, at + PART_SIZE);
        await service().uploads?.put({ ...link, upload, position: parts, bytes: part });
        parts += 1;
      }
      await service().uploads?.finish({ ...link, upload, parts, size: bytes.length });
    },
    /** What has become of it. */
    ended: async (id: string) => {
      for (let tries = 0; tries < 1_000; tries += 1) {
        const found = await read(id);
        if (!["QUEUED", "RUNNING"].includes(found.state)) return found;
        await pause(20);
      }
      throw new Error("It did not end");
    },
    /** How many parts of its file are kept. */
    chunksOf: async (id: string) => {
      const sql = "SELECT 1 FROM import_chunk WHERE import_id = $1";
      return (await db().query<object[]>(sql, [id])).length;
    },
  };
}

export const linkOf = ({ id, uploadUrl }: { id: string; uploadUrl: string }): UploadLink => ({
  id,
  token: new URL(uploadUrl, "http://graph").searchParams.get("token") ?? "",
});

export const codeOf = ({ errors }: Awaited<ReturnType<Harness["execute"]>>) =>
  errors?.[0]?.extensions["code"];
