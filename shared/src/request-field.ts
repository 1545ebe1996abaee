import { type ASTNode, BREAK, type DocumentNode, type GraphQLError, Kind, visit } from "graphql";

/**
 * Which part of a request does not fit its type, as `invalid` would name it: `timeZone` of `$input`,
 * or of an `input` that is written out in the document. So what a scalar refuses is told like what a
 * service does. Null where it is no such fault.
 */
export function fieldOfRequest(
  { message, nodes }: GraphQLError,
  document: DocumentNode | null,
): string | null {
  const [node] = nodes ?? [];
  const place = placeInVariable(message) ?? (document && node ? placeOf(document, node) : null);
  if (place === null) return null;
  const names = [...place.names, ...absent(message)];
  return names.length > 0 ? names.join(".") : place.whole;
}

/** Within a variable or an argument, or all of it. */
interface Place {
  readonly whole: string;
  readonly names: readonly string[];
}

function placeInVariable(message: string): Place | null {
  const [, whole] = /^Variable "\$(\w+)" got invalid value /.exec(message) ?? [];
  if (whole === undefined) return null;
  const [, , inside] =
    /^Variable "\$(\w+)" got invalid value .*? at "\1\.([\w.[\]]+)"; /s.exec(message) ?? [];
  return { whole, names: inside === undefined ? [] : [inside.replaceAll(/\[(\d+)\]/g, ".$1")] };
}

/** What an input object lacks, or has and should not: the error stands at the object. */
function absent(message: string): string[] {
  const [, lacking] = /(?:^|; )Field "(?:\w+\.)?(\w+)" of required type /.exec(message) ?? [];
  const [, unknown] = /; Field "(\w+)" is not defined by type /.exec(message) ?? [];
  const name = lacking ?? unknown;
  return name === undefined ? [] : [name];
}

function placeOf(document: DocumentNode, wanted: ASTNode): Place | null {
  let place: Place | null = null;
  visit(document, {
    enter(...[node, , parent, path, ancestors]) {
      if (node !== wanted) return undefined;
      place = placeAlong([...ancestors, ...(parent ? [parent] : []), node], path);
      return BREAK;
    },
  });
  return place;
}

/** Each of the chain holds the next at its key. Null outside of arguments. */
function placeAlong(
  chain: readonly (ASTNode | readonly ASTNode[])[],
  path: readonly (string | number)[],
): Place | null {
  let whole: string | null = null;
  const names: string[] = [];
  for (const [depth, one] of chain.entries()) {
    if (!("kind" in one)) continue;
    if (one.kind === Kind.ARGUMENT) whole = one.name.value;
    if (one.kind === Kind.VARIABLE_DEFINITION) whole = one.variable.name.value;
    if (one.kind === Kind.OBJECT_FIELD) names.push(one.name.value);
    // Its values are a list, of which the next key is a place.
    const at = path[depth + 1];
    if (one.kind === Kind.LIST && at !== undefined) {
      if (names.length === 0 && whole !== null) names.push(whole);
      names.push(String(at));
    }
  }
  return whole === null ? null : { whole, names };
}
