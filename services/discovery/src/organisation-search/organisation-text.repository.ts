import { STALE_AFTER_DAYS } from "@convene/shared/today";
import { foldName, foldWords } from "@convene/shared/table/text-folding";
import sql, { empty, type Sql } from "sql-template-tag";
import { all } from "../tie/tie.repository.ts";
import { wordsOf } from "./wanted-word.value.ts";

type Text = string | null | undefined;

/** Every word is in the text of `t`, or nearly so; or the whole is one of its identifiers. */
export function textSql(text: Text): Sql {
  const words = wordsOf(text);
  if (words.length === 0) return empty;
  const each = words.map(
    (word) => sql`(t.search_text LIKE ${`%${word}%`} OR ${word} <% t.search_text)`,
  );
  return sql`(${all(each)} OR t.identifiers @> ARRAY[${foldName(text ?? "")}])`;
}

/** How well `t` fits: what it is called exactly, then how a name begins, then likeness, 0 to 1. */
export function scoreSql(text: Text): Sql {
  const whole = foldWords(text ?? "");
  if (whole === "") return sql`0::double precision`;
  return sql`(${kindSql(text)} + ${likenessSql(whole)})::double precision`;
}

/** Kinds of fit are further apart than that likeness and staleness could turn them round. */
const APART = 4;
const STALE = 0.5;

/**
 * As `scoreSql`, with what `t` is called as well, or was called before, just below its name; what
 * nobody has confirmed for long stands lower among those that fit alike.
 */
export function organisationScoreSql(text: Text): Sql {
  const whole = foldWords(text ?? "");
  if (whole === "") return sql`0::double precision`;
  const isOther = sql`t.other_names @> ARRAY[${foldName(text ?? "")}]`;
  const kind = sql`GREATEST(${kindSql(text)}, CASE WHEN ${isOther} THEN 2.5 ELSE 0 END)`;
  const confirmed = sql`COALESCE(t.last_confirmed_on, t.created_at::date)`;
  return sql`(${kind} * ${APART}::integer + ${likenessSql(whole)} - CASE
    WHEN ${confirmed} < CURRENT_DATE - ${STALE_AFTER_DAYS}::integer THEN ${STALE}::numeric
    ELSE 0 END)::double precision`;
}

function kindSql(text: Text): Sql {
  const exact = foldName(text ?? "");
  return sql`CASE
    WHEN t.acronym = ${exact} OR t.identifiers @> ARRAY[${exact}] THEN 4
    WHEN t.names @> ARRAY[${exact}] THEN 3
    WHEN EXISTS (SELECT FROM unnest(t.names) AS name WHERE starts_with(name, ${exact})) THEN 2
    ELSE 0 END`;
}

const likenessSql = (whole: string): Sql =>
  sql`round(word_similarity(${whole}, array_to_string(t.names, ' '))::numeric, 4)`;
