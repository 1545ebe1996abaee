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
});

/** Why a password is refused. */
export type Weakness = "SHORT" | "LONG" | "GUESSABLE";

/** Null where there is nothing against it. */
export function weaknessOf(password: string, owner: readonly string[]): Weakness | null {
  if (password.length < SHORTEST_PASSWORD) return "SHORT";
  if (password.length > LONGEST_PASSWORD) return "LONG";
  return estimator.check(password, wordsOf(owner)).score >= STRONG ? null : "GUESSABLE";
}

/** A name and an address, and their parts. */
const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "")]);
