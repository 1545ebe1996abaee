import { accept, type CellReader, refuse } from "@convene/shared/table/cell";
import { readCountry } from "@convene/shared/table/cell-country";
import { readDate } from "@convene/shared/table/cell-date";
import { LIST_SEPARATORS, readList } from "@convene/shared/table/cell-list";
import { readInteger } from "@convene/shared/table/cell-number";
import { readParagraphs, readText } from "@convene/shared/table/cell-text";
import { columnSpecs, type RowValues } from "@convene/shared/table/column-spec";

const WITH_COMMA = [...LIST_SEPARATORS, ","];

/** `6`, `Objective 6`, `SDG 8: Decent work`. */
function readNumber(most: number): CellReader<number> {
  const whole = readInteger(1, most);
  return (text) =>
    whole(/^(?:\p{L}+\.?\s*)?(\d+)(?:\s*[.:–-].*)?$/u.exec(text.trim())?.[1] ?? text);
}

/** `a`, `(a)`, `A: People-centred`. */
const readLetter: CellReader<string> = (text) => {
  const letter = /^\(?([a-j])(?:\)|[.:\s]|$)/i.exec(text.trim())?.[1];
  return letter ? accept(letter.toLowerCase()) : refuse("is no letter from a to j");
};

/** A tag such as `en` or `pt-BR`; names of languages are not guessed. */
const readLanguage: CellReader<string> = (text) => {
  const written = text.trim().replaceAll("_", "-");
  const refused = refuse("is no language tag (write en, fr or pt-BR)");
  if (!/^[a-z]{2,3}(-|$)/i.test(written)) return refused;
  try {
    return accept(new Intl.Locale(written).toString());
  } catch {
    return refused;
  }
};

/** A comma joins countries unless it belongs to a name: `Korea, Republic of`. */
const readCountries: CellReader<string[]> = (text) => {
  const whole = readList(readCountry)(text);
  if (whole.ok) return whole;
  const parts = readList(readCountry, WITH_COMMA)(text);
  return parts.ok ? parts : whole;
};

/** Names, identifiers or ids; no comma, since names hold them. */
const readOrganisations = readList(readText(300));

/** The columns of a table of practices. */
export const practiceColumns = columnSpecs({
  title: {
    titles: ["title", "title of the practice", "name of the practice", "practice"],
    hxl: ["#activity+name", "#activity+title"],
    required: true,
    read: readText(300),
  },
  summary: {
    titles: ["summary", "description", "abstract"],
    hxl: ["#description", "#activity+description"],
    required: true,
    read: readParagraphs(5_000),
  },
  type: {
    titles: ["type", "type of practice"],
    hxl: ["#activity+type"],
    read: readText(300),
  },
  language: { titles: ["language"], hxl: ["#meta+lang"], read: readLanguage },
  objectives: {
    titles: [
      "objectives",
      "objective",
      "GCM objectives",
      "primary GCM objectives",
      "23 objectives",
    ],
    hxl: ["#subsector+objective", "#indicator+objective"],
    required: true,
    repeated: true,
    read: readList(readNumber(23), WITH_COMMA),
  },
  principles: {
    titles: ["guiding principles", "principles", "GCM guiding principles"],
    repeated: true,
    read: readList(readLetter, WITH_COMMA),
  },
  sdgs: {
    titles: ["SDGs", "Sustainable Development Goals"],
    repeated: true,
    read: readList(readNumber(17), WITH_COMMA),
  },
  countries: {
    titles: ["countries", "country", "location"],
    hxl: ["#country+code", "#country"],
    repeated: true,
    read: readCountries,
  },
  startDate: {
    titles: ["start date", "start", "from"],
    hxl: ["#date+start"],
    read: readDate,
  },
  endDate: { titles: ["end date", "end", "to"], hxl: ["#date+end"], read: readDate },
  publishedOn: {
    titles: ["published on", "published at", "published", "date of publication"],
    hxl: ["#date+published"],
    read: readDate,
  },
  implementers: {
    titles: [
      "implementers",
      "implementer",
      "main implementing organizations",
      "main implementing organisations",
      "implementing organisation",
      "implementing organization",
    ],
    hxl: ["#org+impl"],
    required: true,
    repeated: true,
    read: readOrganisations,
  },
  partners: {
    titles: ["partners", "partner", "partner organisations", "partner/donor organizations"],
    hxl: ["#org+partner", "#org+funding"],
    repeated: true,
    read: readOrganisations,
  },
});

export type PracticeRow = RowValues<typeof practiceColumns>;
