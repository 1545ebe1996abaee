import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";

const SHORTEST_PASSWORD = 10;
/** Longer ones would only cost time. */
export const LONGEST_PASSWORD = 128;

/** Of 0 to 4: at least 10^8 guesses, by people who know how passwords are made. */
const STRONG = 3;

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
});

/** Why a password is too easy to guess, in a sentence or two; null where it is not. */
export function weaknessOf(password: string, owner: readonly string[]): string | null {
  if (password.length < SHORTEST_PASSWORD) {
    return `It needs at least ${SHORTEST_PASSWORD} characters: four words that have nothing to do with each other, say.`;
  }
  if (password.length > LONGEST_PASSWORD) {
    return `It may have at most ${LONGEST_PASSWORD} characters.`;
  }
  const { score, feedback } = estimator.check(password, wordsOf(owner));
  if (score >= STRONG) return null;
  const [suggestion] = feedback.suggestions;
  return [feedback.warning ?? "It is easy to guess.", suggestion].filter(Boolean).join(" ");
}

/** A name and an address, and their parts. */
const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "")]);
