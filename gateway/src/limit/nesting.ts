import { AppError, limitExceeded } from "@convene/shared/errors";
import { type DocumentNode, Kind, visit } from "graphql";

/** Everything after this recurses over literals, down to the planner's native code. */
export function limitLiterals(document: DocumentNode, most: number): void {
  let depth = 0;
  const enter = () => {
    depth += 1;
    if (depth > most) throw tooDeep(most);
  };
  const leave = () => {
    depth -= 1;
  };
  visit(document, {
    [Kind.LIST]: { enter, leave },
    [Kind.OBJECT]: { enter, leave },
    [Kind.STRING]: ({ value }) => {
      refuseUnstorable(value);
    },
  });
}

/** Of a character that UTF-16 writes in two. */
const HALF = /\p{Surrogate}/u;

export function limitVariables(value: unknown, most: number): void {
  if (typeof value === "string") refuseUnstorable(value);
  if (typeof value !== "object" || value === null) return;
  if (most < 0) throw tooDeep(most);
  for (const inner of Object.values(value)) limitVariables(inner, most - 1);
}

/** No text of any service holds these, and neither a text nor JSON of Postgres can. */
function refuseUnstorable(text: string): void {
  if (text.includes("\0")) {
    throw new AppError("BAD_USER_INPUT", "A text may not hold the character NUL");
  }
  if (HALF.test(text)) {
    throw new AppError("BAD_USER_INPUT", "A text may not hold half a character (a lone surrogate)");
  }
}

const tooDeep = (most: number) =>
  limitExceeded(
    `A literal or a variable may not hold more than ${most} levels of lists and objects`,
  );
