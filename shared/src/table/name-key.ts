import { collapseSpace, foldText } from "./text-folding.ts";

const APOSTROPHES = /['`´‘’‛ʻʼʹ′＇]/gu;
const DOTTED_ABBREVIATION = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{M}\p{N}]+/gu;
const LEADING_ARTICLE = /^(?:the )+(?=.)/u;

/** Forms that say how a body is registered and nothing of what it is; no word of a real name. */
const LEGAL_FORM =
  /(?<=.) (?:ltd|limited|inc|incorporated|llc|llp|plc|cic|gmbh|ggmbh|ev|asbl|aisbl|vzw)$/u;

/**
 * The key by which two spellings of a name are taken for the same name.
 *
 * Case, accents, punctuation, repeated space and invisible characters do not count. Apostrophes,
 * backquotes among them, vanish (`Women's` = ``Women`s`` = `Womens`); dotted abbreviations close up
 * (`U.N.H.C.R.` = `UNHCR`); `&` is `and`; a leading "The" and legal forms at the end are dropped
 * while something is left. Words are neither translated, reordered nor shortened, and letters of
 * every script stay. Idempotent. Empty only where the name holds no letter and no digit: such a
 * name identifies nobody, so treat it as missing.
 */
export function normaliseName(name: string): string {
  const words = foldText(name.replace(APOSTROPHES, ""))
    .replace(APOSTROPHES, "")
    .replace(DOTTED_ABBREVIATION, (letters) => letters.replaceAll(".", ""))
    .replaceAll("&", " and ")
    .replace(NEITHER_LETTER_NOR_DIGIT, " ");
  return withoutLegalForms(collapseSpace(words).replace(LEADING_ARTICLE, ""));
}

function withoutLegalForms(words: string): string {
  const shorter = words.replace(LEGAL_FORM, "");
  return shorter === words ? words : withoutLegalForms(shorter);
}
