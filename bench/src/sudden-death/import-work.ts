import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { importFile } from "@convene/platform/import/import-file";
import { withDatabase } from "./database.ts";
import { endedWell } from "./ending.ts";
import type { MortalPlatform } from "./mortal-platform.ts";
import { MortalProcess } from "./mortal-process.ts";
import { withServices } from "./services.ts";
import { type Findings, merge, type Work } from "./work.ts";

/** `npm run import` of a file of its own, beside the platform. */
export class ImportWork implements Work {
  private command: MortalProcess | null = null;
  private dataFolder = "";

  /**
   * `name` is the scheme of the file's identifiers, which no other round has. Its rows are of
   * several batches, each of which is one transaction.
   */
  constructor(
    private readonly name: string,
    private readonly rows = 1_000,
  ) {}

  begin({ dataFolder }: MortalPlatform): void {
    this.dataFolder = dataFolder;
    const rows = Array.from(
      { length: this.rows },
      (_, index) => `${index},${this.title(index)},GBR,Health;Shelter`,
    );
    writeFileSync(this.file, `${["org_id,name,country,sectors", ...rows].join("\n")}\n`);
    const args = ["import", "organisations", this.file, "--scheme", this.name];
    this.command = MortalProcess.start(args, dataFolder);
  }

  get runs(): boolean {
    return this.command?.runs ?? false;
  }

  async begun(): Promise<void> {
    await withDatabase(this.dataFolder, async (database) => {
      for (;;) {
        const { rowCount } = await database.query(OF_SCHEME, [this.name]);
        if (rowCount !== 0 || !this.runs) return;
        await pause(10);
      }
    });
  }

  async kill(): Promise<void> {
    await this.command?.end("SIGKILL");
  }

  async ended(): Promise<void> {
    await this.command?.ended();
  }

  async check(platform: MortalPlatform): Promise<Findings> {
    const ending = await endedWell(this.command);
    const halves = await this.halves(platform);
    const again = await this.importAgain();
    return merge([ending, halves, again]);
  }

  private get file(): string {
    return join(this.dataFolder, `${this.name}.csv`);
  }

  private title(row: number | ""): string {
    return `Import ${this.name} ${row}`;
  }

  /** A row is there with its identifier, its lists and what the feed tells of it, or not at all. */
  private halves({ dataFolder }: MortalPlatform): Promise<Findings> {
    return withDatabase(dataFolder, async (database) => {
      const { rows } = await database.query<{ name: string }>(HALF_ROWS, [
        this.name,
        this.title(""),
      ]);
      return { lost: [], doubled: [], different: rows.map(({ name }) => `${name}: half a row`) };
    });
  }

  /** The same file again completes what was cut off; once more, it changes nothing. */
  private async importAgain(): Promise<Findings> {
    const request = { kind: "organisations", path: this.file, dryRun: false, map: [] } as const;
    const [first, second] = await withServices(this.dataFolder, async ({ services }) => [
      await importFile(services, { ...request, scheme: this.name }),
      await importFile(services, { ...request, scheme: this.name }),
    ]);
    const taken = first.created + first.unchanged;
    return {
      lost:
        taken === this.rows
          ? []
          : [`${this.name}: ${this.rows - taken} rows were not taken in again`],
      doubled: await this.doubles(),
      different:
        second.unchanged === this.rows ? [] : [`${this.name}: a second import changed something`],
    };
  }

  private doubles(): Promise<string[]> {
    return withDatabase(this.dataFolder, async (database) => {
      const { rows } = await database.query<{ name: string }>(
        `SELECT name FROM stakeholders.organisation WHERE starts_with(name, $1)
         GROUP BY name HAVING count(*) > 1`,
        [this.title("")],
      );
      return rows.map(({ name }) => name);
    });
  }
}

const OF_SCHEME = "SELECT 1 FROM stakeholders.organisation_identifier WHERE scheme = $1 LIMIT 1";

const HALF_ROWS = `SELECT o.name FROM stakeholders.organisation o
  LEFT JOIN stakeholders.organisation_identifier i ON i.organisation_id = o.id AND i.scheme = $1
  LEFT JOIN stakeholders.outbox x ON x.type = 'Organisation' AND x.id = o.id
  WHERE starts_with(o.name, $2) AND (
    i.value IS NULL OR cardinality(o.countries) <> 1 OR cardinality(o.sectors) <> 2
    OR x.payload->>'name' IS DISTINCT FROM o.name
    OR jsonb_array_length(x.payload->'identifiers') <> 1)`;
