import type { ServiceParts } from "@convene/shared/service/service-definition";
import { type ColumnMapping, mapColumns } from "@convene/shared/table/column-mapping";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import type { Table } from "@convene/shared/table/table";
import {
  type OrganisationImportOptions,
  requireOneOf,
} from "../organisation-import/import-options.inputs.ts";
import { kindReader } from "../organisation-import/organisation-kind.value.ts";
import { RowBatches } from "../organisation-import/row-batch.service.ts";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";
import { type KeptOfActivities, takeActivities } from "./activity-batch.service.ts";
import { type ActivityReading, readActivity, type WantedActivity } from "./activity-row.value.ts";
import { activityColumns } from "./activity-table.inputs.ts";
import { RepeatedRows } from "./repeated-row.value.ts";

export interface ActivityImportOptions extends Omit<OrganisationImportOptions, "scheme"> {
  /** Name or address of the file: where the relationships are known from. */
  readonly file: string;
}

/**
 * Takes a table of activities in (3W, 4W, 5W). Activities themselves are not kept. What is made of a
 * row: its organisations; where the implementing one works, and on what; that funders fund it, and
 * that it implements for those who lead. A row that is said twice says nothing more.
 */
export class ActivityImportService {
  constructor(private readonly parts: ServiceParts) {}

  /**
   * Gives what became of each row, as it goes.
   *
   * @throws BAD_USER_INPUT before the first row when the columns do not fit.
   */
  async *run(
    table: Table,
    { map = [], dryRun = false, file, source = null }: ActivityImportOptions,
  ): AsyncGenerator<ImportReportRow, void, undefined> {
    const { db, transactions } = this.parts;
    const mapping: ColumnMapping<typeof activityColumns> = mapColumns(
      table.columns,
      activityColumns,
      map,
    );
    requireOneOf(mapping, ["implementer", "lead"]);
    const reading = {
      mapping,
      ...{ file, source },
      kindOf: kindReader(await db.manager.find(StakeholderCategory)),
      repeated: new RepeatedRows(mapping.columns.activity),
    };
    const batches = new RowBatches<WantedActivity, KeptOfActivities>({
      transactions,
      dryRun,
      take: takeActivities,
    });
    yield* batches.run(readRows(table, reading));
  }
}

async function* readRows({ rows }: Table, reading: ActivityReading) {
  for await (const row of rows) yield readActivity(row, reading);
}
