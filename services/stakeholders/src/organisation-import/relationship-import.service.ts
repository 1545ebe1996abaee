import type { ServiceParts } from "@convene/shared/service/service-definition";
import { type ColumnMapping, mapColumns } from "@convene/shared/table/column-mapping";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import { readRow, type RowFault } from "@convene/shared/table/row-reading";
import type { Table, TableRow } from "@convene/shared/table/table";
import type { Relationship } from "../relationship/relationship.entity.ts";
import { schemeNamed } from "./file-identifier.value.ts";
import { type OrganisationImportOptions, requireOneOf } from "./import-options.inputs.ts";
import { countriesRead, nameOrganisation } from "./organisation-name.value.ts";
import { takeRelationships, type WantedTie } from "./relationship-batch.service.ts";
import { relationshipColumns, type RelationshipTableRow } from "./relationship-table.inputs.ts";
import { type ReadRow, RowBatches } from "./row-batch.service.ts";

export interface RelationshipImportOptions extends OrganisationImportOptions {
  /** Name or address of the file: where the relationships are known from. */
  readonly file: string;
}

interface Reading extends Pick<RelationshipImportOptions, "file" | "scheme"> {
  readonly mapping: ColumnMapping<typeof relationshipColumns>;
}

/**
 * Takes a table of relationships between organisations that are known here in, as confirmed by the
 * file. What is known already gets the dates that it lacks; what has ended does not begin anew
 * unless the row says that it began later.
 */
export class RelationshipImportService {
  constructor(private readonly parts: ServiceParts) {}

  /**
   * Gives what became of each row, as it goes.
   *
   * @throws BAD_USER_INPUT before the first row when the columns do not fit.
   */
  async *run(
    table: Table,
    { map = [], dryRun = false, scheme, file }: RelationshipImportOptions,
  ): AsyncGenerator<ImportReportRow, void, undefined> {
    const mapping = mapColumns(table.columns, relationshipColumns, map);
    requireOneOf(mapping, ["sourceIdentifier", "sourceName"]);
    requireOneOf(mapping, ["targetIdentifier", "targetName"]);
    const reading = { mapping, scheme: schemeNamed(scheme), file };
    const { transactions } = this.parts;
    const take = takeRelationships;
    const batches = new RowBatches<WantedTie, Readonly<Relationship>>({
      transactions,
      dryRun,
      take,
    });
    yield* batches.run(readRows(table, reading));
  }
}

async function* readRows({ rows }: Table, reading: Reading) {
  for await (const row of rows) yield readRelationship(row, reading);
}

function readRelationship(row: TableRow, { mapping, scheme, file }: Reading): ReadRow<WantedTie> {
  const { line } = row;
  const { values, faults } = readRow(mapping, row);
  if (!values) return { line, wanted: null, faults };
  const countries = countriesRead(values.countries, faults);
  const source = nameOrganisation(
    { identifier: values.sourceIdentifier, name: values.sourceName, countries, scheme },
    { identifier: "sourceIdentifier", name: "sourceName" },
  );
  const target = nameOrganisation(
    { identifier: values.targetIdentifier, name: values.targetName, countries, scheme },
    { identifier: "targetIdentifier", name: "targetName" },
  );
  const wrong = [source, target].flatMap((end) => (end.named ? [] : [end.fault]));
  if (isAgainstTime(values)) wrong.push(AGAINST_TIME);
  if (!source.named || !target.named || wrong.length > 0) {
    return { line, wanted: null, faults: [...wrong, ...faults] };
  }
  const { relation, startDate, endDate, dataset } = values;
  const knownFrom = dataset === null ? file : `${file} (${dataset})`;
  const ends = { source: source.named, target: target.named };
  return { line, wanted: { ...ends, relation, startDate, endDate, knownFrom }, faults };
}

const isAgainstTime = ({ startDate, endDate }: RelationshipTableRow) =>
  startDate !== null && endDate !== null && endDate < startDate;

const AGAINST_TIME: RowFault = { field: "endDate", reason: "is before the start date" };
