import type { ServiceParts } from "@convene/shared/service/service-definition";
import { type ColumnMapping, mapColumns } from "@convene/shared/table/column-mapping";
import type { ImportReportRow } from "@convene/shared/table/import-report";
import { readRow } from "@convene/shared/table/row-reading";
import type { Table, TableRow } from "@convene/shared/table/table";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";
import {
  type FileOrigin,
  importedFrom,
  otherName,
} from "../organisation/organisation-origin.value.ts";
import { schemeNamed } from "./file-identifier.value.ts";
import type { OrganisationImportOptions } from "./import-options.inputs.ts";
import { takeOrganisations, type WantedOrganisation } from "./organisation-batch.service.ts";
import { type KindReader, kindReader, readKind } from "./organisation-kind.value.ts";
import { isGenericName } from "./generic-name.value.ts";
import { countriesRead, nameOrganisation } from "./organisation-name.value.ts";
import { organisationColumns, type OrganisationTableRow } from "./organisation-table.inputs.ts";
import type { RosterEntry } from "./organisation-roster.value.ts";
import { type ReadRow, RowBatches } from "./row-batch.service.ts";

interface Reading {
  readonly mapping: ColumnMapping<typeof organisationColumns>;
  readonly kindOf: KindReader;
  readonly scheme: string;
  readonly origin: FileOrigin;
}

/**
 * Takes a table of organisations in. An organisation is known again by its identifier; without one
 * by its normalised name and country. What is known gets what it lacks: blanks are filled, lists
 * are added to, nothing is changed or taken away. A run that was broken off can be run again, and
 * a second run changes nothing.
 */
export class OrganisationImportService {
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
    const { db, transactions } = this.parts;
    const mapping = mapColumns(table.columns, organisationColumns, map);
    const reading = {
      mapping,
      kindOf: kindReader(await db.manager.find(StakeholderCategory)),
      scheme: schemeNamed(scheme),
      origin: { file: file ?? null, source },
    };
    const take = takeOrganisations;
    const batches = new RowBatches<WantedOrganisation, RosterEntry>({ transactions, dryRun, take });
    yield* batches.run(readRows(table, reading));
  }
}

async function* readRows({ rows }: Table, reading: Reading) {
  for await (const row of rows) yield readOrganisation(row, reading);
}

function readOrganisation(
  row: TableRow,
  { mapping, kindOf, scheme, origin }: Reading,
): ReadRow<WantedOrganisation> {
  const { line } = row;
  const { values, faults } = readRow(mapping, row);
  if (!values) return { line, wanted: null, faults };
  const countries = countriesRead(values.countries, faults);
  const naming = nameOrganisation({ ...values, countries, scheme }, FIELDS);
  if (!naming.named) return { line, wanted: null, faults: [naming.fault, ...faults] };
  const { named } = naming;
  // One that has an identifier is on somebody's list, whatever it is called.
  if (named.known === null && isGenericName(values.name)) {
    return { line, wanted: null, faults: [{ ...GENERIC, cell: values.name }, ...faults] };
  }
  const kind = readKind(values.type, kindOf, "type");
  const wanted = {
    named,
    content: contentOf(values, {
      identifier: named.known?.identifier ?? null,
      categoryId: kind.id,
      countries,
      provenance: sourceOf(values, origin),
    }),
    // Our own ids are given here and nowhere else.
    newName: named.known?.id == null && named.nameKey !== null ? values.name : null,
  };
  return { line, wanted, faults: [...faults, ...kind.faults] };
}

const GENERIC = { field: "name", reason: "is a generic name, of which no organisation was made" };
const FIELDS = { identifier: "identifier", name: "name" };

type Understood = Pick<
  WantedOrganisation["content"],
  "identifier" | "categoryId" | "countries" | "provenance"
>;

const contentOf = (
  { acronym, website, description, areas, ...lists }: OrganisationTableRow,
  understood: Understood,
): WantedOrganisation["content"] => ({
  ...understood,
  acronym,
  website,
  description,
  areas: (areas ?? []).map((name) => ({ code: null, name })),
  sectors: lists.sectors ?? [],
  languages: lists.languages ?? [],
  objectives: lists.objectives ?? [],
  needs: lists.needs ?? [],
  offers: lists.offers ?? [],
  otherNames: (lists.otherNames ?? []).map((name) => otherName(name)),
});

const sourceOf = (row: OrganisationTableRow, origin: FileOrigin) =>
  importedFrom(origin, {
    source: row.dataset,
    url: row.datasetUrl,
    license: row.datasetLicense,
    retrievedOn: row.datasetDate,
  });
