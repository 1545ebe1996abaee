import { type CustomTypesConfig, types } from "pg";

type Reading = (value: string) => unknown;

/** PostgreSQL's number for `text[]`, for which the driver has no name. */
const TEXT_ARRAY: readonly number[] = [1009];

/** A list of one dimension in which nothing had to be quoted. */
const PLAIN = /^\{[^{}"\\]*\}$/;

/** As PostgreSQL writes it; what is quoted, or null, is read with care. */
export function textArrayOf(text: string, careful: Reading): unknown {
  if (!PLAIN.test(text) || text.includes("NULL")) return careful(text);
  return text.length === 2 ? [] : text.slice(1, -1).split(",");
}

/**
 * How values are read that come from PostgreSQL: as the driver does, but that lists of ids and codes
 * are cut at their commas. It reads them character by character, for longer than the rest of a row.
 */
export const READING: CustomTypesConfig = {
  getTypeParser: (type, format) => {
    const careful = types.getTypeParser(type, format) as Reading;
    const isList = TEXT_ARRAY.includes(type) && format !== "binary";
    return isList ? (text: string) => textArrayOf(text, careful) : careful;
  },
};
