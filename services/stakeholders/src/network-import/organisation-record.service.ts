import { AppError } from "@convene/shared/errors";
import { readCountry } from "@convene/shared/table/cell-country";
import type { RowFault } from "@convene/shared/table/row-reading";
import type { Identifier } from "../organisation/identifier.value.ts";
import { readChange, readIdentifiers } from "../organisation/organisation-change.service.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import type { CreateOrganisationInput } from "../organisation/organisation.inputs.ts";
import { readLanguage } from "../organisation-import/table-cell.inputs.ts";
import type { CellReader } from "@convene/shared/table/cell";
import { listIn, objectIn, type OrganisationRecord, textIn } from "./network-file.value.ts";

/** What a record says, by the API's own rules; what they refuse is left out. */
export interface CheckedRecord {
  readonly change: Partial<Organisation>;
  readonly identifiers: readonly Identifier[];
  readonly faults: readonly RowFault[];
}

type Field = keyof CreateOrganisationInput;

const LISTS: readonly Field[] = ["countries", "languages", "sectors", "needs", "offers"];

/** Checks each value of a list alone: one that is bad does not spoil the others. */
export function checkRecord({ fields, unknown = {} }: OrganisationRecord): CheckedRecord {
  const faults: RowFault[] = [];
  const change: Partial<Organisation> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field === "identifiers" || field === "category") continue;
    const good = listIn(value).flatMap((one) => checked(field as Field, one, faults));
    const all = isList(field) ? good : good[0];
    if (good.length > 0) attempt(field as Field, all, { faults, into: change });
  }
  const identifiers = listIn(fields["identifiers"]).flatMap((one) => readIdentifier(one, faults));
  for (const [field, value] of Object.entries(unknown)) {
    faults.push({ field, reason: NO_PLACE, cell: cellOf(value) });
  }
  return { change, identifiers, faults };
}

const NO_PLACE = "has no place in the record of an organisation here, and was left out";

const isList = (field: string): boolean =>
  [...LISTS, "names", "areas", "objectives"].includes(field);

/** A value as the API takes it; nothing, and a fault, for one that it does not. */
function checked(field: Field, value: unknown, faults: RowFault[]): unknown[] {
  const read = normalised(field, value, faults);
  if (read === null) return [];
  const alone = isList(field) ? [read] : read;
  return attempt(field, alone, { faults, into: {} }) ? [read] : [];
}

/** Countries as alpha-2, tags of languages as BCP 47: which the API's scalars see to elsewhere. */
function normalised(field: string, value: unknown, faults: RowFault[]): unknown {
  const part = objectIn(value);
  switch (field) {
    case "countries":
      return cell(field, value, { read: readCountry, faults });
    case "languages":
      return cell(field, value, { read: readLanguage, faults });
    case "objectives":
      return Number(value);
    case "names": {
      const language = cell(field, part["language"], { read: readLanguage, faults });
      return language === null ? null : { language, name: textIn(part["name"]) ?? "" };
    }
    case "areas": {
      const country = cell(field, part["country"], { read: readCountry, faults });
      const { code = null, name } = part;
      return country === null ? null : { country, code: textIn(code), name: textIn(name) ?? "" };
    }
    default:
      return textIn(value);
  }
}

interface Reading {
  readonly read: CellReader<string>;
  readonly faults: RowFault[];
}

function cell(field: string, value: unknown, { read, faults }: Reading): string | null {
  const result = read(textIn(value) ?? "");
  if (result.ok) return result.value;
  faults.push({ field, reason: result.reason, cell: cellOf(value) });
  return null;
}

interface Attempt {
  readonly faults: RowFault[];
  readonly into: Partial<Organisation>;
}

function attempt(field: Field, value: unknown, { faults, into }: Attempt): boolean {
  try {
    Object.assign(into, readChange({ [field]: value } as unknown as CreateOrganisationInput));
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    faults.push({ field, reason: reasonOf(error, field), cell: cellOf(value) });
    return false;
  }
}

function readIdentifier(value: unknown, faults: RowFault[]): Identifier[] {
  const { scheme, value: text } = objectIn(value);
  const one = { scheme: textIn(scheme) ?? "", value: textIn(text) ?? "" };
  try {
    return readIdentifiers({ identifiers: [one] } as unknown as CreateOrganisationInput) ?? [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    faults.push({ field: "identifiers", reason: reasonOf(error, "identifiers"), cell: one.value });
    return [];
  }
}

/** A reason follows the name of its field, which our messages begin with. */
const reasonOf = ({ message }: AppError, field: string): string =>
  message.replace(new RegExp(`^${field}(\\.\\d+)?(\\.\\w+)? `), "");

function cellOf(value: unknown): string {
  const text = textIn(value) ?? (value === undefined ? "" : JSON.stringify(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
