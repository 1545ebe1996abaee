import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
  visit,
} from "graphql";

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Smaller questions that are asked at the most. */
const TRIES = 300;

const REMOVABLE = new Set<string>([
  ...[Kind.FIELD, Kind.FRAGMENT_SPREAD, Kind.INLINE_FRAGMENT],
  ...[Kind.ARGUMENT, Kind.OBJECT_FIELD, Kind.DIRECTIVE],
]);

/**
 * Leaves out of a question whatever it fails without, one thing after the other and the largest
 * first, as long as what is left is valid.
 */
export async function shrink(
  schema: GraphQLSchema,
  asked: Asked,
  fails: (smaller: Asked) => Promise<boolean>,
): Promise<Asked> {
  let found = asked;
  let tries = 0;
  for (let pass = "", index = 0; tries < TRIES; index += 1) {
    const smaller = without(found, index);
    if (smaller === null) {
      // Through once more, until nothing can be left out.
      if (pass === found.query) break;
      [pass, index] = [found.query, -1];
    } else if (isValid(schema, smaller)) {
      tries += 1;
      if (await fails(smaller)) {
        found = smaller;
        // What came after it stands in its place.
        index -= 1;
      }
    }
  }
  return found;
}

/** Null where there are fewer things. */
function without({ query, variables }: Asked, index: number): Asked | null {
  let count = -1;
  const whole = parse(query, { noLocation: true });
  const document = visit(whole, {
    enter: (node: ASTNode) => {
      if (!REMOVABLE.has(node.kind)) return undefined;
      count += 1;
      return count === index ? null : undefined;
    },
  });
  if (document === whole) return null;
  const pruned = withoutUnused(document);
  const { used } = namesIn(pruned);
  return {
    query: print(pruned),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}

/** Without fragments that nothing spreads any more, and variables that nothing uses. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const { spread, used } = namesIn(document);
  const pruned = visit(document, {
    FragmentDefinition: ({ name }) => (spread.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  return pruned === document ? document : withoutUnused(pruned);
}

function namesIn(document: DocumentNode) {
  const names = { spread: new Set<string>(), used: new Set<string>() };
  visit(document, {
    FragmentSpread: ({ name }) => void names.spread.add(name.value),
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.used.add(name.value),
  });
  return names;
}

/** An empty selection is none, as the parser has it. */
function isValid(schema: GraphQLSchema, { query }: Asked): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return false;
  }
}
