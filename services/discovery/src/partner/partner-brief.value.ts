import { foldText } from "@convene/shared/table/text-folding";

const MOST_WORDS = 30;
/** Shorter ones are mostly of grammar; in scripts without spaces two signs are a word. */
const SHORTEST = 4;
const SHORTEST_WITHOUT_SPACES = 2;
const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;
const WORD = /^[\p{L}\p{M}\p{N}]+$/u;

/** Words of each language's grammar, and of all briefs, that say nothing of a partner. */
const EMPTY = new Set(
  (
    "that this with from they them their there have been will would could should about into over " +
    "which where when what some more also need needs want wants look looking search partner " +
    "partners organisation organisations organization organizations work works working help " +
    "pour avec dans nous vous leur leurs cherche cherchons partenaire partenaires " +
    "para como desde nosotros busca buscamos socio socios organizacion organizaciones"
  ).split(" "),
);

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a brief that may say something, folded, each once. */
export function wordsOf(brief: string): string[] {
  const words = [...segmenter.segment(foldText(brief))]
    .map(({ segment }) => segment)
    .filter((word) => WORD.test(word) && word.length >= shortestOf(word) && !EMPTY.has(word));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

const shortestOf = (word: string): number =>
  WITHOUT_SPACES.test(word) ? SHORTEST_WITHOUT_SPACES : SHORTEST;
