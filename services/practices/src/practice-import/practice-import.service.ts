import { AppError } from "@convene/shared/errors";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { mapColumns } from "@convene/shared/table/column-mapping";
import { faults, type ImportReportRow } from "@convene/shared/table/import-report";
import { normaliseName } from "@convene/shared/table/name-key";
import { readRow, type RowFault } from "@convene/shared/table/row-reading";
import type { Table, TableRow } from "@convene/shared/table/table";
import { QueryFailedError } from "typeorm";
import { OrganisationRepository } from "../organisation/organisation.repository.ts";
import { PracticeType } from "../practice-type/practice-type.entity.ts";
import { OrganisationLookupService } from "./organisation-lookup.service.ts";
import { type PracticeRow, practiceColumns } from "./practice-import.inputs.ts";
import { type ImportedPractice, storePractice } from "./practice-store.repository.ts";

export interface PracticeImportOptions {
  /** `column=field`, where a column's title does not tell. */
  readonly map?: readonly string[];
  /** Says what would be done, and does nothing. */
  readonly dryRun?: boolean;
}

/**
 * Takes a table of practices in, one transaction for each row, so that a bad row never stops the
 * good ones and a run that was broken off can be run again. A practice is known again by its
 * normalised title and its first implementer. What the file leaves blank stays as it is. A practice
 * with a date of publication is published, others are drafts.
 */
export class PracticeImportService {
  private readonly organisations: OrganisationLookupService;
  /** By id and by label, normalised. */
  private types: ReadonlyMap<string, string> = new Map();
  /** What a dry run would have made, so that a row that comes twice counts once. */
  private readonly imagined = new Set<string>();

  constructor(private readonly parts: ServiceParts) {
    this.organisations = new OrganisationLookupService(
      new OrganisationRepository(parts.db.manager),
    );
  }

  /**
   * Gives what became of each row, as it goes.
   *
   * @throws BAD_USER_INPUT before the first row when the columns do not fit.
   */
  async *run(
    table: Table,
    { map = [], dryRun = false }: PracticeImportOptions = {},
  ): AsyncGenerator<ImportReportRow, void, undefined> {
    const mapping = mapColumns(table.columns, practiceColumns, map);
    await this.parts.feeds.catchUp("stakeholders");
    const types = await this.parts.db.manager.find(PracticeType);
    this.types = new Map(
      types.flatMap(({ id, label }) => [id, label].map((word) => [normaliseName(word), id])),
    );
    for await (const row of table.rows) {
      const read = readRow(mapping, row);
      yield read.values
        ? await this.take(row, read.values, { found: read.faults, dryRun })
        : { line: row.line, outcome: "skipped", ...faults(read.faults) };
    }
  }

  private async take(
    { line }: TableRow,
    values: PracticeRow,
    { found, dryRun }: { found: readonly RowFault[]; dryRun: boolean },
  ): Promise<ImportReportRow> {
    const { practice, left, fatal } = await this.understand(values);
    if (!practice) return { line, outcome: "skipped", ...faults(fatal) };
    try {
      const stored = await storePractice(this.parts.transactions, practice, { dryRun });
      const notes = faults([...found, ...left]);
      const again = dryRun && stored.outcome === "created" && this.sawAlready(practice);
      return { line, ...stored, ...(again && { outcome: "unchanged" }), ...notes };
    } catch (error) {
      return { line, outcome: "skipped", ...faults([...reasonOf(error), ...found, ...left]) };
    }
  }

  private sawAlready({ content, implementers }: ImportedPractice): boolean {
    const key = `${normaliseName(content.title ?? "")} ${implementers[0] ?? ""}`;
    if (this.imagined.has(key)) return true;
    this.imagined.add(key);
    return false;
  }

  /** Cells become ids. Without one of its implementers a practice is not taken. */
  private async understand(values: PracticeRow) {
    const countries = values.countries ?? [];
    const implementers = await this.lookUp("implementers", values.implementers, countries);
    if (implementers.faults.length > 0)
      return { practice: null, left: [], fatal: implementers.faults };
    const partners = await this.lookUp("partners", values.partners ?? [], countries);
    const type = this.typeOf(values.type);
    const { title, summary, objectives, principles, sdgs, startDate, endDate } = values;
    const practice: ImportedPractice = {
      content: {
        title,
        summary,
        objectives,
        ...(type.id && { type: type.id }),
        ...(values.language && { language: values.language }),
        ...(principles && { guidingPrinciples: principles }),
        ...(sdgs && { sdgs }),
        ...(countries.length > 0 && { countries }),
        ...(startDate && { startDate }),
        ...(endDate && { endDate }),
      },
      implementers: implementers.ids,
      partners: partners.ids.filter((id) => !implementers.ids.includes(id)),
      publishedOn: values.publishedOn,
    };
    return { practice, left: [...type.faults, ...partners.faults], fatal: [] };
  }

  private async lookUp(field: string, written: readonly string[], countries: readonly string[]) {
    const ids = new Set<string>();
    const missing: RowFault[] = [];
    for (const name of written) {
      const found = await this.organisations.find(name, countries);
      if (found.ok) ids.add(found.id);
      else missing.push({ field, reason: found.reason, cell: name });
    }
    return { ids: [...ids], faults: missing };
  }

  private typeOf(written: string | null): { id: string | null; faults: RowFault[] } {
    if (written === null) return { id: null, faults: [] };
    const id = this.types.get(normaliseName(written)) ?? null;
    const fault = { field: "type", reason: "is no type of practice", cell: written };
    return { id, faults: id === null ? [fault] : [] };
  }
}

/** What is wrong with the row; anything else is no fault of the row, and ends the import. */
function reasonOf(error: unknown): RowFault[] {
  if (error instanceof AppError) {
    const field = error.extensions["field"];
    return [
      { reason: `cannot be taken: ${error.message}`, ...(typeof field === "string" && { field }) },
    ];
  }
  if (isDataFault(error)) {
    return [{ reason: `does not fit the database: ${error.message}` }];
  }
  throw error;
}

/** Classes 22 (data exception) and 23 (integrity constraint violation) of SQLSTATE. */
function isDataFault(error: unknown): error is QueryFailedError {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code?.startsWith("22") === true || code?.startsWith("23") === true;
}
