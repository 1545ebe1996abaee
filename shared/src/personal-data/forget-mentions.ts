import type { EntityManager } from "typeorm";

/**
 * A regular expression of PostgreSQL (for `~*`) that finds the words as a whole: `ann@x.org` neither
 * in `joann@x.org` nor in `ann@x.org.uk`, and "An" not in "Anna". There must be one at least.
 */
export const wholeWords = (words: readonly string[]): string => words.map(wholeWord).join("|");

interface Around {
  readonly before: string;
  readonly after: string;
}

/** What would make an address another one; a full stop may end the sentence it stands in. */
const ADDRESS: Around = {
  before: "(?<![[:alnum:]._+-])",
  after: String.raw`(?![[:alnum:]_-]|\.[[:alnum:]])`,
};
const WORD: Around = { before: "(?<![[:alnum:]])", after: "(?![[:alnum:]])" };

/** Of scripts that put no spaces between words: there one ends nowhere that could be seen. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function wholeWord(word: string): string {
  const { before, after } = word.includes("@") ? ADDRESS : WORD;
  const letters = Array.from(word);
  const isOpen = (letter: string | undefined) => letter !== undefined && UNSPACED.test(letter);
  const text = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return `${isOpen(letters[0]) ? "" : before}${text}${isOpen(letters.at(-1)) ? "" : after}`;
}

/** Whether a text anywhere in a JSON value holds one of the words, given as `wholeWords`. */
export const says = (json: string, words: string): string =>
  `EXISTS (SELECT 1 FROM jsonb_path_query(${json}, 'strict $.** ? (@.type() == "string")')
     AS said (value) WHERE (said.value #>> '{}') ~* ${words})`;

/**
 * Takes away every job of a service in which one of the words stands: an address or an id of
 * somebody who is erased. What was to be done for them is not done any more, and why it failed is
 * not kept.
 */
export async function forgetJobsOf(
  manager: EntityManager,
  schema: string,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return;
  for (const table of ["job", "archive"]) {
    await manager.query(
      `DELETE FROM ${schema}.${table} AS t
       WHERE ${says("t.data", "$1")} OR ${says("t.output", "$1")}`,
      [wholeWords(words)],
    );
  }
}
