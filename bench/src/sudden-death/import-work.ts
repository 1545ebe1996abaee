import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { importFile } from "@convene/platform/import/import-file";
import { endedWell } from "./ending.ts";
import { ImportedRows } from "./imported-rows.ts";
import type { MortalPlatform } from "./mortal-platform.ts";
import { MortalProcess } from "./mortal-process.ts";
import { withServices } from "./services.ts";
import { type Findings, merge, type Work } from "./work.ts";

/** `npm run import` of a file of its own, beside the platform. */
export class ImportWork implements Work {
  private command: MortalProcess | null = null;
  private dataFolder = "";
  private readonly rows: ImportedRows;

  /** Its rows are of several batches, each of which is one transaction. */
  constructor(name: string, count = 1_000) {
    this.rows = new ImportedRows(name, count);
  }

  begin({ dataFolder }: MortalPlatform): void {
    this.dataFolder = dataFolder;
    writeFileSync(this.file, this.rows.text);
    const args = ["import", "organisations", this.file, "--scheme", this.rows.name];
    this.command = MortalProcess.start(args, dataFolder);
  }

  get runs(): boolean {
    return this.command?.runs ?? false;
  }

  async begun(): Promise<void> {
    while (this.runs && !(await this.rows.haveBegun(this.dataFolder))) await pause(10);
  }

  async kill(): Promise<void> {
    await this.command?.end("SIGKILL");
  }

  async ended(): Promise<void> {
    await this.command?.ended();
  }

  async check(): Promise<Findings> {
    const ending = await endedWell(this.command);
    const halves = await this.rows.halves(this.dataFolder);
    return merge([ending, halves, await this.importAgain()]);
  }

  private get file(): string {
    return join(this.dataFolder, `${this.rows.name}.csv`);
  }

  /** The same file again completes what was cut off; once more, it changes nothing. */
  private async importAgain(): Promise<Findings> {
    const { name, count } = this.rows;
    const request = { kind: "organisations", path: this.file, dryRun: false, map: [] } as const;
    const [first, second] = await withServices(this.dataFolder, async ({ services }) => [
      await importFile(services, { ...request, scheme: name }),
      await importFile(services, { ...request, scheme: name }),
    ]);
    const missing = count - first.created - first.unchanged;
    return {
      lost: missing === 0 ? [] : [`${name}: ${missing} rows were not taken in again`],
      doubled: await this.rows.doubles(this.dataFolder),
      different: second.unchanged === count ? [] : [`${name}: a second import changed something`],
    };
  }
}
