import { accept, type CellReader, refuse } from "@convene/shared/table/cell";
import { readCountry } from "@convene/shared/table/cell-country";
import { type ColumnMapping, mapColumns } from "@convene/shared/table/column-mapping";
import { columnSpecs } from "@convene/shared/table/column-spec";
import { type RowFault, readRow } from "@convene/shared/table/row-reading";
import { invalid } from "@convene/shared/errors";
import { normaliseName } from "@convene/shared/table/name-key";
import type { Table, TableRow } from "@convene/shared/table/table";
import { z } from "zod";
import type { Network } from "../network/network.entity.ts";
import { NetworkKind } from "../network/network.enum.ts";
import { TITLES } from "../organisation-import/column-title.value.ts";
import type { NamedOrganisation } from "../organisation-import/organisation-roster.value.ts";
import { readLanguage, readName } from "../organisation-import/table-cell.inputs.ts";

const readEmail: CellReader<string> = (text) => {
  const parsed = z.email().max(254).safeParse(text.trim().toLowerCase());
  return parsed.success ? accept(parsed.data) : refuse("is no mail address");
};

/** The columns of a table of invitations. */
const columns = columnSpecs({
  name: { titles: TITLES.name, hxl: ["#org+name!", "#org!"], required: true, read: readName },
  email: {
    titles: ["email", "e-mail", "mail", "email address", "contact email", "courriel", "correo"],
    hxl: ["#contact+email"],
    required: true,
    read: readEmail,
  },
  country: { titles: TITLES.countries, hxl: ["#country+code", "#country"], read: readCountry },
  language: {
    titles: ["language", "lang", "langue", "idioma"],
    hxl: ["#contact+lang", "#meta+lang"],
    read: readLanguage,
  },
});

const MOST = 1_000;

/** One organisation, and whom to mail for it. */
export interface WantedInvitation {
  readonly name: string;
  readonly nameKey: string;
  readonly email: string;
  readonly country: string | null;
  readonly language: string | null;
}

export interface ReadInvitation {
  readonly line: number;
  /** Null where the row cannot be used. */
  readonly wanted: WantedInvitation | null;
  readonly faults: readonly RowFault[];
}

/** @throws BAD_USER_INPUT when the columns do not fit, or there are too many rows */
export async function readInvitations(table: Table): Promise<readonly ReadInvitation[]> {
  const mapping = mapColumns(table.columns, columns);
  const read: ReadInvitation[] = [];
  for await (const row of table.rows) {
    if (read.length === MOST) throw invalid("csv", `The table has more than ${MOST} rows`);
    read.push(readInvitation(row, mapping));
  }
  return read;
}

function readInvitation(row: TableRow, mapping: ColumnMapping<typeof columns>): ReadInvitation {
  const { line } = row;
  const { values, faults } = readRow(mapping, row);
  if (!values) return { line, wanted: null, faults };
  const nameKey = normaliseName(values.name);
  if (nameKey === "") return { line, wanted: null, faults: [{ ...NO_NAME, cell: values.name }] };
  return { line, wanted: { ...values, nameKey }, faults };
}

const NO_NAME = { field: "name", reason: "holds neither a letter nor a digit" };

/** In a country network, an organisation of which no country is told is of that country. */
export const countriesOf = (country: string | null, { kind, countries }: Network): string[] => {
  if (country !== null) return [country];
  return kind === NetworkKind.COUNTRY ? [...countries] : [];
};

/** The organisation that a row means, as imports look for it. */
export const namedBy = (
  { name, nameKey, country }: WantedInvitation,
  network: Network,
): NamedOrganisation => ({
  known: null,
  nameKey,
  countries: countriesOf(country, network),
  field: "name",
  cell: name,
});
