import { defaultLimits } from "@convene/gateway/limit/limits";
import { Lexer, parse, Source, TokenKind, visit } from "graphql";

/** Items that a list counts as which has no pages: see docs/limits.md. */
const ASSUMED_ITEMS = 10;

/**
 * Whether docs/limits.md refuses a question, counted here once more and by other means than the
 * gateway's. Depth with two to spare, since fragments may be counted or not.
 */
export function isBeyondLimits(query: string): boolean {
  const found = { aliases: 0, directives: 0, depth: 0, deepest: 0 };
  visit(parse(query), {
    Field: {
      enter: ({ alias }) => {
        found.depth += 1;
        found.deepest = Math.max(found.deepest, found.depth);
        if (alias) found.aliases += 1;
      },
      leave: () => {
        found.depth -= 1;
      },
    },
    FragmentDefinition: {
      enter: () => void (found.depth = 1),
      leave: () => void (found.depth = 0),
    },
    Directive: () => void (found.directives += 1),
  });
  return (
    tokensIn(query) > defaultLimits.tokens ||
    found.aliases > defaultLimits.aliases ||
    found.directives > defaultLimits.directives ||
    found.deepest > defaultLimits.depth + 2
  );
}

function tokensIn(query: string): number {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

/**
 * Objects that an answer holds, as the price of a question counts them: an answer that holds more
 * than its question was priced at has escaped the cost.
 */
export function objectsIn(value: unknown, key = ""): number {
  if (Array.isArray(value)) {
    const sum = value.reduce<number>((all, one) => all + objectsIn(one), 0);
    const isPage = /^(nodes|edges)/.test(key);
    return isPage || value.length <= ASSUMED_ITEMS ? sum : (sum * ASSUMED_ITEMS) / value.length;
  }
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((all, [name, one]) => all + objectsIn(one, name), 1);
}
