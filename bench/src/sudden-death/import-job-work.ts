import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Client } from "./client.ts";
import { ImportedRows } from "./imported-rows.ts";
import type { MortalPlatform } from "./mortal-platform.ts";
import { type Findings, merge, NOTHING, type Work } from "./work.ts";

/** There is no link any more once the file has come. */
const startedSchema = z.object({
  startImport: z.object({ id: z.string(), uploadUrl: z.string().nullable() }),
});

const readSchema = z.object({
  import: z.object({
    state: z.string(),
    rowsRead: z.number(),
    created: z.number(),
    unchanged: z.number(),
  }),
});
type Read = z.infer<typeof readSchema>["import"];

/** The job of a process that was killed is done by another once its lease has run out. */
const PATIENCE = 150_000;

/** The import of a file through the graph: a job of the platform itself, which nobody starts again. */
export class ImportJobWork implements Work {
  private readonly rows: ImportedRows;
  private readonly idempotencyKey = randomUUID();
  private client: Client | null = null;
  private platform: MortalPlatform | null = null;
  private sending: Promise<boolean> = Promise.resolve(false);
  private done = false;

  constructor(name: string, count = 1_000) {
    this.rows = new ImportedRows(name, count);
  }

  begin(platform: MortalPlatform): void {
    this.platform = platform;
    this.sending = this.send(platform);
    void this.watch(platform);
  }

  get runs(): boolean {
    return !this.done;
  }

  async begun(): Promise<void> {
    const { dataFolder = "" } = this.platform ?? {};
    while (!this.done && !(await this.rows.haveBegun(dataFolder))) await pause(10);
  }

  /** It has no process of its own. */
  kill(): Promise<void> {
    return Promise.resolve();
  }

  async ended(): Promise<void> {
    await this.sending;
  }

  /** A file that was acknowledged is taken in without being asked; another one is sent again. */
  async check(platform: MortalPlatform): Promise<Findings> {
    this.platform = platform;
    if (!(await this.sending) && !(await this.send(platform))) {
      return { ...NOTHING, lost: [`${this.rows.name}: the file cannot be sent again`] };
    }
    const read = await this.untilDone(platform);
    const { name, count } = this.rows;
    const taken = read === null ? 0 : read.created + read.unchanged;
    const told: Findings = {
      lost: taken === count ? [] : [`${name}: ${taken} of ${count} rows (${read?.state ?? "?"})`],
      doubled: await this.rows.doubles(platform.dataFolder),
      different: [],
    };
    return merge([told, await this.rows.halves(platform.dataFolder)]);
  }

  /** Whether the file was acknowledged. */
  private async send(platform: MortalPlatform): Promise<boolean> {
    const started = await this.start(platform);
    if (started?.uploadUrl === null) return true;
    if (started === null) return false;
    const url = new URL(started.uploadUrl, platform.start.url);
    const put = await fetch(url, { method: "PUT", body: this.rows.text }).catch(() => null);
    return put?.status === 201;
  }

  private async start(platform: MortalPlatform) {
    const input = {
      kind: "ORGANISATIONS",
      fileName: `${this.rows.name}.csv`,
      scheme: this.rows.name,
      idempotencyKey: this.idempotencyKey,
    };
    const query = `mutation ($input: StartImportInput!) { startImport(input: $input) { id uploadUrl } }`;
    const answer = await (await this.clientAt(platform)).ask(query, { input });
    const read = startedSchema.safeParse(answer);
    return read.success ? read.data.startImport : null;
  }

  private async clientAt(platform: MortalPlatform): Promise<Client> {
    this.client = this.client?.at(platform) ?? (await Client.open(platform));
    return this.client;
  }

  private async untilDone(platform: MortalPlatform): Promise<Read | null> {
    const until = Date.now() + PATIENCE;
    let read: Read | null = null;
    while (Date.now() < until) {
      read = await this.read(platform);
      if (read !== null && ENDED.includes(read.state)) return read;
      await pause(200);
    }
    return read;
  }

  private async read(platform: MortalPlatform): Promise<Read | null> {
    const started = await this.start(platform);
    if (started === null) return null;
    const query = "query ($id: ID!) { import(id: $id) { state rowsRead created unchanged } }";
    const answer = await (await this.clientAt(platform)).ask(query, { id: started.id });
    return readSchema.safeParse(answer).data?.import ?? null;
  }

  private async watch(platform: MortalPlatform): Promise<void> {
    await this.sending;
    while (this.platform === platform) {
      const read = await this.read(platform);
      this.done = read !== null && ENDED.includes(read.state);
      if (this.done) return;
      await pause(50);
    }
  }
}

const ENDED = ["DONE", "FAILED", "CANCELLED"];
