import { accept, type CellReader, refuse } from "./cell.ts";
import { collapseSpace, foldText } from "./text-folding.ts";

const keyOf = (text: string) => foldText(collapseSpace(text));

/** One of a few values, each with the words that mean it; case and accents do not count. */
export function readChoice<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): CellReader<T> {
  const values = Object.keys(words) as T[];
  const byWord = new Map<string, T>();
  for (const value of values) {
    for (const word of [value, ...words[value]]) {
      const taken = byWord.get(keyOf(word)) ?? value;
      if (taken !== value) throw new TypeError(`"${word}" means both ${taken} and ${value}`);
      byWord.set(keyOf(word), value);
    }
  }
  return (text) => {
    const value = byWord.get(keyOf(text));
    return value === undefined ? refuse(`is none of ${values.join(", ")}`) : accept(value);
  };
}

const YES = ["yes", "y", "true", "1", "oui", "vrai", "sí", "s", "verdadero", "да", "نعم", "是"];
const NO = ["no", "n", "false", "0", "non", "faux", "falso", "нет", "لا", "否"];
const yesOrNo = readChoice({ yes: YES, no: NO });

/** Yes and no in the six languages of the UN. */
export const readBoolean: CellReader<boolean> = (text) => {
  const answer = yesOrNo(text);
  return answer.ok ? accept(answer.value === "yes") : refuse("is neither yes nor no");
};
