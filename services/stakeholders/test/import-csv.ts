import { Readable } from "node:stream";
import type { Harness } from "@convene/shared/testing/harness";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import { openCsv } from "@convene/shared/table/open-csv";
import { OrganisationImportService } from "../src/organisation-import/organisation-import.service.ts";
import { PresenceImportService } from "../src/organisation-import/presence-import.service.ts";
import { RelationshipImportService } from "../src/organisation-import/relationship-import.service.ts";

const SERVICES = {
  organisations: OrganisationImportService,
  presence: PresenceImportService,
  relationships: RelationshipImportService,
};

type Options = Partial<Parameters<RelationshipImportService["run"]>[1]>;

/** Takes the lines of a CSV in, its header first, and answers what became of each row. */
export const csvImporter =
  ({ service }: Pick<Harness, "service">, kind: keyof typeof SERVICES) =>
  async (lines: readonly string[], options: Options = {}): Promise<ImportReportRow[]> => {
    const table = await openCsv(Readable.from([lines.join("\n")]));
    const rows: ImportReportRow[] = [];
    const given = { scheme: "test", file: "list.csv", ...options };
    for await (const row of new SERVICES[kind](service().parts).run(table, given)) rows.push(row);
    return rows;
  };

export const outcomes = (rows: readonly ImportReportRow[]): string[] =>
  rows.map(({ outcome }) => outcome);

/** How often the service has told of each aggregate. */
export const versionsOf = ({ db }: Pick<Harness, "db">): Promise<unknown[]> =>
  db().query("SELECT type, id, version FROM outbox ORDER BY type, id");
