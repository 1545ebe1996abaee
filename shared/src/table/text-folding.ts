/** Latin letters that Unicode does not decompose into a plain letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  ø: "o",
  œ: "oe",
  ß: "ss",
  ŧ: "t",
  þ: "th",
  ς: "σ",
};
const UNDECOMPOSED = /[æđðħıłŋøœßŧþς]/gu;

/**
 * Accents of European scripts, vowel signs of Hebrew and Arabic, the Arabic stretching stroke.
 * Marks of other scripts are letters to their readers (Hindi, Thai, Japanese) and stay.
 */
const ACCENTS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/gu;

/** Zero-width joiners, direction marks, soft hyphens: nothing that a reader sees. */
const INVISIBLE = /\p{Cf}/gu;

const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * One spelling for texts that differ only in case, accents, compatibility forms (ﬁ, ①, full-width)
 * or invisible characters. For comparing, never for showing. Idempotent.
 */
export function foldText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(UNDECOMPOSED, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(INVISIBLE, "")
    .normalize("NFC");
}

/** Every run of white space, line breaks included, is one space; none at the ends. */
export function collapseSpace(text: string): string {
  return text.replace(/[\s\u0085\u200b]+/gu, " ").trim();
}

/** A name, or a text that may be one, spelled so that it can be compared. */
export const foldName = (text: string): string => collapseSpace(foldText(text));

/** The folded words of a text, one space between: `Org_ID:` and `org id` are the same. */
export function foldWords(text: string): string {
  return collapseSpace(foldText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " "));
}
