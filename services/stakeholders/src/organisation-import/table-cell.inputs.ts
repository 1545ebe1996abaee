import { accept, type CellReader, refuse } from "@convene/shared/table/cell";
import { readCountry } from "@convene/shared/table/cell-country";
import { LIST_SEPARATORS, readList } from "@convene/shared/table/cell-list";
import { readText } from "@convene/shared/table/cell-text";
import { columnSpecs } from "@convene/shared/table/column-spec";
import { TITLES } from "./column-title.value.ts";

export const WITH_COMMA = [...LIST_SEPARATORS, ","];

/** A comma joins countries unless it belongs to a name: `Korea, Republic of`. */
const readCountries: CellReader<string[]> = (text) => {
  const whole = readList(readCountry)(text);
  if (whole.ok) return whole;
  const parts = readList(readCountry, WITH_COMMA)(text);
  return parts.ok ? parts : whole;
};

/** A tag such as `en` or `pt-BR`; names of languages are not guessed. */
export const readLanguage: CellReader<string> = (text) => {
  const written = text.trim().replaceAll("_", "-");
  const refused = refuse("is no language tag (write en, fr or pt-BR)");
  if (!/^[a-z]{2,3}(-|$)/i.test(written)) return refused;
  try {
    return accept(new Intl.Locale(written).toString());
  } catch {
    return refused;
  }
};

/** An http or https address, also where only the host is written: `www.example.org`. */
export const readWebsite: CellReader<string> = (text) => {
  const written = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  const refused = refuse("is no http or https address");
  if (/\s/.test(address) || address.length > 2_000 || !URL.canParse(address)) return refused;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname.includes(".") ? accept(address) : refused;
};

/** A backquote or an accent that stands alone, typed for an apostrophe. */
const MISTYPED = /(?<=\p{L})[`´](?=\p{L}|\s|$)/gu;

/** A name as it is shown: on one line, with apostrophes for what was typed for them. */
export const readName: CellReader<string> = (text) => {
  const read = readText(300)(text);
  return read.ok ? accept(read.value.replace(MISTYPED, "'")) : read;
};

/** How tables about organisations say which, and in which country. */
export const namingColumns = columnSpecs({
  identifier: {
    titles: TITLES.identifier,
    hxl: ["#org+id-source-target-type", "#org+code-source-target-type"],
    read: readText(200),
  },
  name: {
    titles: TITLES.name,
    hxl: ["#org+name!", "#org+name-acronym-short-source-target-type", "#org!"],
    read: readName,
  },
  countries: {
    titles: TITLES.countries,
    hxl: ["#country+code", "#country", "#adm0+code", "#adm0"],
    repeated: true,
    read: readCountries,
  },
});
