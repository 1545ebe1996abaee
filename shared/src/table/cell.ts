import { collapseSpace, foldText } from "./text-folding.ts";

/** What a cell's text means, or why it means nothing. A reason completes "The cell …". */
export type CellResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Gets the text of a cell that is neither blank nor a placeholder. */
export type CellReader<T> = (text: string) => CellResult<T>;

export const accept = <T>(value: T): CellResult<T> => ({ ok: true, value });
export const refuse = (reason: string): CellResult<never> => ({ ok: false, reason });

/** What people write for "nothing", folded. `NA` is not among them: it is Namibia. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    ...["n/a", "#n/a", "n.a.", "n/d", "s/d", "nil", "null", "none", "(none)", "blank", "(blank)"],
    ...["tbd", "tbc", "to be determined", "to be confirmed", "unknown", "not applicable"],
    ...["not available", "no data", "no partner", "no partners"],
    ...["sin dato", "sin datos", "sin socio", "no aplica", "ninguno", "ninguna", "por definir"],
    ...["por confirmar", "desconocido", "vacio", "(en blanco)"],
    ...["neant", "aucun", "aucune", "sans objet", "non applicable", "inconnu", "a determiner"],
    ...["a confirmer", "pas de partenaire"],
    ...["#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!"],
  ].map(foldText),
);
const LONGEST = Math.max(...Array.from(PLACEHOLDERS, (words) => words.length));
const ONLY_MARKS = /^[-‐-―−_.…?*/\\]+$/u;

/** Blank, a placeholder, nothing but dashes or dots, or one of the words that the caller adds. */
export function isNothing(text: string, alsoNothing: readonly string[] = []): boolean {
  const plain = collapseSpace(text);
  if (plain === "" || ONLY_MARKS.test(plain)) return true;
  // Most cells are told apart by their length: folding each of them would take most of the time.
  if (plain.length > LONGEST && alsoNothing.length === 0) return false;
  const folded = foldText(plain);
  return PLACEHOLDERS.has(folded) || alsoNothing.some((word) => foldText(word) === folded);
}
