import { foldWords } from "@convene/shared/table/text-folding";

const WITHOUT_SPACES = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The words that are looked for. A text without a letter or digit asks for nothing. */
export const wordsOf = (text: string | null | undefined): string[] =>
  foldWords(text ?? "")
    .split(" ")
    .filter((word) => word !== "")
    .flatMap((word) => (WITHOUT_SPACES.test(word) ? partsOf(word) : [word]));

/**
 * In scripts without spaces, as a dictionary parts them. A sign that stands alone between words is
 * of grammar, or misspelt: it is looked for only where there is nothing else.
 */
function partsOf(text: string): string[] {
  const parts = [...segmenter.segment(text)].map(({ segment }) => segment);
  const words = parts.filter((part) => Array.from(part).length > 1);
  return words.length > 0 ? words : [text];
}
