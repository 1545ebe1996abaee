import { withDatabase } from "./database.ts";
import type { Findings } from "./work.ts";

/** The rows of one file of organisations, and what of them stands in the database. */
export class ImportedRows {
  /** `name` is the scheme of the file's identifiers, which no other round has. */
  constructor(
    readonly name: string,
    readonly count: number,
  ) {}

  get text(): string {
    const rows = Array.from(
      { length: this.count },
      (_, index) => `${index},${this.title(index)},GBR,Health;Shelter`,
    );
    return `${["org_id,name,country,sectors", ...rows].join("\n")}\n`;
  }

  haveBegun(dataFolder: string): Promise<boolean> {
    return withDatabase(dataFolder, async (database) => {
      const { rowCount } = await database.query(OF_SCHEME, [this.name]);
      return rowCount !== 0;
    });
  }

  /** A row is there with its identifier, its lists and what the feed tells of it, or not at all. */
  halves(dataFolder: string): Promise<Findings> {
    return withDatabase(dataFolder, async (database) => {
      const values = [this.name, this.title("")];
      const { rows } = await database.query<{ name: string }>(HALF_ROWS, values);
      return { lost: [], doubled: [], different: rows.map(({ name }) => `${name}: half a row`) };
    });
  }

  doubles(dataFolder: string): Promise<string[]> {
    return withDatabase(dataFolder, async (database) => {
      const { rows } = await database.query<{ name: string }>(
        `SELECT name FROM stakeholders.organisation WHERE starts_with(name, $1)
         GROUP BY name HAVING count(*) > 1`,
        [this.title("")],
      );
      return rows.map(({ name }) => name);
    });
  }

  private title(row: number | ""): string {
    return `Import ${this.name} ${row}`;
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
