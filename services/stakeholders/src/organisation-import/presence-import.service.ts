import type { ServiceParts } from "@convene/shared/service/service-definition";
import { type ColumnMapping, mapColumns } from "@convene/shared/table/column-mapping";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import { readRow } from "@convene/shared/table/row-reading";
import type { Table, TableRow } from "@convene/shared/table/table";
import { importedFrom } from "../organisation/organisation-origin.value.ts";
import type { OrganisationProvenance } from "../organisation/organisation-provenance.entity.ts";
import { schemeNamed } from "./file-identifier.value.ts";
import { type OrganisationImportOptions, requireOneOf } from "./import-options.inputs.ts";
import { takeOrganisations, type WantedOrganisation } from "./organisation-batch.service.ts";
import { countriesRead, nameOrganisation } from "./organisation-name.value.ts";
import type { RosterEntry } from "./organisation-roster.value.ts";
import { readArea } from "./presence-area.value.ts";
import { presenceColumns } from "./presence-table.inputs.ts";
import { type ReadRow, RowBatches } from "./row-batch.service.ts";

interface Reading {
  readonly mapping: ColumnMapping<typeof presenceColumns>;
  readonly scheme: string;
  readonly provenance: OrganisationProvenance;
}

/**
 * Takes a table of who works where on what in: countries, areas and sectors are added to
 * organisations that are known here. It makes none.
 */
export class PresenceImportService {
  constructor(private readonly parts: ServiceParts) {}

  /**
   * Gives what became of each row, as it goes.
   *
   * @throws BAD_USER_INPUT before the first row when the columns do not fit.
   */
  async *run(
    table: Table,
    { map = [], dryRun = false, scheme, file, source = null }: OrganisationImportOptions,
  ): AsyncGenerator<ImportReportRow, void, undefined> {
    const mapping = mapColumns(table.columns, presenceColumns, map);
    requireOneOf(mapping, ["identifier", "name"]);
    const provenance = importedFrom({ file: file ?? null, source });
    const reading = { mapping, scheme: schemeNamed(scheme), provenance };
    const { transactions } = this.parts;
    const take = takeOrganisations;
    const batches = new RowBatches<WantedOrganisation, RosterEntry>({ transactions, dryRun, take });
    yield* batches.run(readRows(table, reading));
  }
}

async function* readRows({ rows }: Table, reading: Reading) {
  for await (const row of rows) yield readPresence(row, reading);
}

function readPresence(
  row: TableRow,
  { mapping, scheme, provenance }: Reading,
): ReadRow<WantedOrganisation> {
  const { line } = row;
  const { values, faults } = readRow(mapping, row);
  if (!values) return { line, wanted: null, faults };
  const countries = countriesRead(values.countries, faults);
  const naming = nameOrganisation({ ...values, countries, scheme }, FIELDS);
  if (!naming.named) return { line, wanted: null, faults: [naming.fault, ...faults] };
  const place = readArea(values);
  const content = {
    ...NOTHING,
    countries,
    areas: place.areas,
    sectors: values.sectors ?? [],
    provenance,
  };
  const wanted = { named: naming.named, content, newName: null };
  return { line, wanted, faults: [...faults, ...place.faults] };
}

const FIELDS = { identifier: "identifier", name: "name" };

const NOTHING = {
  identifier: null,
  acronym: null,
  categoryId: null,
  website: null,
  description: null,
  languages: [],
};
