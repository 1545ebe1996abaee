import { limitExceeded } from "@convene/shared/errors";
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
  visit(document, { [Kind.LIST]: { enter, leave }, [Kind.OBJECT]: { enter, leave } });
}

export function limitVariables(value: unknown, most: number): void {
  if (typeof value !== "object" || value === null) return;
  if (most < 0) throw tooDeep(most);
  for (const inner of Object.values(value)) limitVariables(inner, most - 1);
}

const tooDeep = (most: number) =>
  limitExceeded(
    `A literal or a variable may not hold more than ${most} levels of lists and objects`,
  );
