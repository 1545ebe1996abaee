import { once } from "node:events";
import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { parseConfig } from "../config.ts";
import type { FileStorage } from "./file-storage.ts";
import { sniffDocument } from "./sniffed-type.ts";
import { openStorage, storageVariables } from "./storage-settings.ts";

const KEYS = { FILES_S3_ACCESS_KEY_ID: "an id", FILES_S3_SECRET_ACCESS_KEY: "a secret" };

const open = (environment: Record<string, string>, folder = "/nowhere") =>
  openStorage(parseConfig(z.object(storageVariables), environment), folder);

/** As much of S3 as a storage of files asks for, with one object on a page of a list. */
class SmallS3 {
  readonly objects = new Map<string, Buffer>();
  readonly authorizations: (string | undefined)[] = [];

  readonly answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    this.authorizations.push(request.headers.authorization);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3");
    const found = this.objects.get(pathname);
    if (searchParams.get("list-type") === "2") response.end(this.page(searchParams));
    else if (request.method === "PUT") {
      this.objects.set(pathname, await buffer(request));
      response.end();
    } else if (request.method === "DELETE") {
      this.objects.delete(pathname);
      response.writeHead(204).end();
    } else if (found) {
      const [, from = "0", to = "0"] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
      response.writeHead(206).end(found.subarray(Number(from), Number(to) + 1));
    } else response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
  };

  private page(asked: URLSearchParams): string {
    const prefix = `/bucket/${asked.get("prefix") ?? ""}`;
    const paths = [...this.objects.keys()].filter((path) => path.startsWith(prefix)).sort();
    const at = Number(asked.get("continuation-token") ?? 0);
    const contents = paths.slice(at, at + 1).map(
      (path) => `<Contents><Key>${path.slice("/bucket/".length)}</Key>
        <LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>`,
    );
    const next = at + 1 < paths.length ? String(at + 1) : null;
    return `<ListBucketResult><IsTruncated>${next !== null}</IsTruncated>${contents.join("")}
      ${next === null ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`}
      </ListBucketResult>`;
  }
}

const s3 = new SmallS3();
let server: Server;
let folder: string;
let bucket: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-storage-"));
  server = createServer((request, response) => void s3.answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const FILES_S3_ENDPOINT = `http://127.0.0.1:${port}`;
  bucket = { ...KEYS, FILES_S3_ENDPOINT, FILES_S3_BUCKET: "bucket", FILES_S3_PREFIX: "ours/" };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function keysOf(storage: FileStorage): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list("papers")) keys.push(key);
  return keys.sort();
}

it.each([
  ["a folder", () => open({}, folder)],
  ["a bucket", () => open(bucket)],
])("puts, reads in parts, lists and removes files in %s", async (_, opened) => {
  const storage = await opened();
  expect(await keysOf(storage)).toEqual([]);
  for (const key of ["papers/a", "papers/b"]) {
    await storage.put(key, Buffer.from("first"));
    await storage.put(key, Buffer.from("to be read"));
  }
  const read = await storage.read("papers/a", { from: 3, length: 2 });
  expect(Buffer.from(read ?? []).toString()).toBe("be");
  expect(await keysOf(storage)).toEqual(["papers/a", "papers/b"]);
  await storage.remove("papers/a");
  await storage.remove("papers/a");
  expect(await storage.read("papers/a", { from: 0, length: 1 })).toBeNull();
  expect(await keysOf(storage)).toEqual(["papers/b"]);
});

it("signs what it asks of a bucket, below its prefix", async () => {
  await (await open(bucket)).put("papers/c", Buffer.from("c"));
  expect([...s3.objects.keys()]).toContain("/bucket/ours/papers/c");
  expect(s3.authorizations.at(-1)).toContain("AWS4-HMAC-SHA256 Credential=an id/");
});

it("never leaves its folder, whatever the key", async () => {
  const storage = await open({}, folder);
  for (const key of ["papers/../../etc", "../papers", "papers/a/b", "/papers/a", "papers/A\0"]) {
    await expect(storage.read(key, { from: 0, length: 1 })).rejects.toThrow("is no key of a file");
  }
});

it("takes away what a process that died has left half-written", async () => {
  const storage = await open({}, folder);
  await storage.put("papers/whole", Buffer.from("whole"));
  const half = join(folder, "files/papers/half.0a1b");
  await writeFile(half, "ha");
  await utimes(half, new Date("2026-01-01"), new Date("2026-01-01"));
  await symlink("/nowhere", join(folder, "files/papers/astray"));
  expect(await keysOf(storage)).toContain("papers/whole");
  expect(await readdir(join(folder, "files/papers"))).not.toContain("half.0a1b");
});

it("says which variables are wrong", async () => {
  const wrong = { FILES_S3_ENDPOINT: "ftp://files", FILES_S3_PREFIX: "../" + "a b" };
  expect(() => open(wrong)).toThrow(/FILES_S3_ENDPOINT.*\n?.*FILES_S3_PREFIX/s);
  await expect(open({ FILES_S3_ACCESS_KEY_ID: "alone" })).rejects.toThrow("go together");
});

describe("sniffDocument", () => {
  const PNG = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );

  it.each<[string, Uint8Array, string | undefined]>([
    ["a PDF", Buffer.from("%PDF-1.7\n%\u00e2\u00e3"), "application/pdf"],
    ["a picture", PNG, "image/png"],
    ["Markdown", Buffer.from("# Häfen\r\n\t- a < b\n"), "text/plain; charset=utf-8"],
    ["a page", Buffer.from("\n<!DOCTYPE html><script>alert(1)</script>"), undefined],
    ["a picture that runs", Buffer.from('<svg onload="alert(1)"/>'), undefined],
    ["a script", Buffer.from("#!/bin/sh\nrm -rf ~"), undefined],
    ["a program", Buffer.from("MZ\u0090\0\u0003"), undefined],
    ["an archive", Buffer.from("504b0506000000000000000000000000000000000000", "hex"), undefined],
    ["bytes that are no text", Buffer.from([0x41, 0xff, 0x42]), undefined],
  ])("knows %s by its bytes", async (_, bytes, mediaType) => {
    expect((await sniffDocument(bytes))?.mediaType).toBe(mediaType);
  });
});
