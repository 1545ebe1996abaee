import { randomUUID } from "node:crypto";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { PART_SIZE } from "@convene/shared/upload/uploads";
import { codeOf, graphImporter, linkOf } from "../../test/imports.ts";
import { stakeholders } from "../definition.ts";

const harness = createHarness(stakeholders);
const { db, service } = harness;
const { tryStart, start, cancel, read, send } = graphImporter(harness);

const otherAdmin = { ...admin, id: "acc_other" };
const secretariat = buildViewer({ networks: [{ id: newId("net"), role: "SECRETARIAT" }] });
const missing = { extensions: { code: "NOT_FOUND" } };

it("is open to administrators alone, and nobody else learns that there is an import", async () => {
  expect(codeOf(await tryStart({ viewer: null }))).toBe("UNAUTHENTICATED");
  expect(codeOf(await tryStart({ viewer: secretariat }))).toBe("FORBIDDEN");
  expect(codeOf(await tryStart({ viewer: { ...admin, kind: "key", scopes: ["read"] } }))).toBe(
    "FORBIDDEN",
  );
  const { id } = await start();
  expect(await read(id, secretariat)).toBeNull();
  expect(await read(id, null)).toBeNull();
  expect(codeOf(await cancel(id, secretariat))).toBe("NOT_FOUND");
  expect(codeOf(await cancel(id, null))).toBe("UNAUTHENTICATED");
  expect(codeOf(await cancel(newId("imp")))).toBe("NOT_FOUND");
});

it.each([
  ["fileName", { fileName: " " }],
  ["columnMap.1", { columnMap: ["Name=name", ""] }],
  ["columnMap", { columnMap: Array.from({ length: 201 }, () => "a=b") }],
  ["scheme", { scheme: "x".repeat(51) }],
])("refuses a bad %s", async (field, input) => {
  const { errors } = await tryStart(input);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
});

it("gives its link to who asked, each time with the same key, and to no other", async () => {
  const asked = { idempotencyKey: randomUUID() };
  const made = await start(asked);
  expect(made).toMatchObject({ state: "WAITING_FOR_FILE", kind: "organisations" });
  expect(made.uploadUrl).toMatch(/^\/uploads\/stakeholders\/imp_\w+\?token=[\w-]{43}$/);
  expect(await start(asked)).toEqual(made);
  expect((await read(made.id, otherAdmin)).uploadUrl).toBeNull();
});

it("refuses a link that is wrong, used, expired or called off, all in the same words", async () => {
  const [used, expired, off] = [await start(), await start(), await start()];
  await send(linkOf(used), "name\nOnce");
  await db().query("UPDATE file_import SET upload_until = now() WHERE id = $1", [expired.id]);
  await cancel(off.id);
  const good = linkOf(await start());
  await service().uploads?.check(good);
  const wrong = { ...good, token: linkOf(used).token };
  for (const link of [wrong, linkOf(used), linkOf(expired), linkOf(off)]) {
    const message = `Upload ${link.id} does not exist`;
    await expect(service().uploads?.check(link)).rejects.toMatchObject({ ...missing, message });
    await expect(send(link, "name\nTwice")).rejects.toMatchObject({ ...missing, message });
  }
  expect((await read(expired.id)).uploadUrl).toBeNull();
  expect(codeOf(await cancel(used.id))).toBeUndefined();
});

it("refuses an empty file, one that is too large, and one that was not sent whole", async () => {
  const link = linkOf(await start());
  const limit = { extensions: { code: "LIMIT_EXCEEDED" } };
  await expect(send(link, "")).rejects.toMatchObject({ extensions: { field: "file" } });
  const part = { ...link, upload: "a", position: 0, bytes: Buffer.alloc(PART_SIZE + 1) };
  await expect(service().uploads?.put(part)).rejects.toMatchObject(limit);
  const far = { ...part, position: 47, bytes: Buffer.alloc(PART_SIZE) };
  await expect(service().uploads?.put(far)).rejects.toMatchObject(limit);
  const conflict = { extensions: { code: "CONFLICT" } };
  await service().uploads?.put({ ...part, bytes: Buffer.from("name") });
  const short = { ...link, upload: "a", parts: 2, size: 8 };
  await expect(service().uploads?.finish(short)).rejects.toMatchObject(conflict);
  await service().uploads?.put({ ...part, upload: "b", bytes: Buffer.from("name") });
  const late = { ...part, position: 1, bytes: Buffer.from("late") };
  await expect(service().uploads?.put(late)).rejects.toMatchObject(conflict);
});

it("forgets what has ended long ago, and what never got its file", async () => {
  const [old, waiting, fresh] = [await start(), await start(), await start()];
  await cancel(old.id);
  await db().query(
    "UPDATE file_import SET finished_at = now() - interval '31 days' WHERE id = $1",
    [old.id],
  );
  await db().query(
    "UPDATE file_import SET upload_until = now() - interval '25 hours' WHERE id = $1",
    [waiting.id],
  );
  await service().keepToRetention();
  expect(await read(old.id)).toBeNull();
  expect(await read(waiting.id)).toBeNull();
  expect(await read(fresh.id)).not.toBeNull();
});
