import { type GraphQLSchema, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { GraphReply } from "./graph-client.ts";

/** Fields by their type and name. */
type Places = ReadonlySet<string>;

/**
 * What somebody keeps in their own words, for nobody else: an id that they sent themselves is told
 * back to them here, whether it is of anything that they may see or not.
 */
export const OWN_WORDS: Places = new Set(["SavedSearch.filter", "SavedSearch.partnersFor"]);

/** In which administrators read what all others have written of themselves too: docs/audit.md. */
export const AUDIT: Places = new Set(["Query.auditLog"]);

interface Told {
  readonly query: string;
  readonly reply: GraphReply;
}

/**
 * An answer without what these fields have answered, under whichever name they were asked. In a
 * question that was made up a name stands for one field alone.
 */
export function withoutPlaces(schema: GraphQLSchema, places: Places, told: Told): string {
  const names = namesOf(schema, places, told.query);
  const { text, data, errors } = told.reply;
  if (names.size === 0) return text;
  const leaveOut = (name: string, value: unknown) => (names.has(name) ? undefined : value);
  return JSON.stringify({ data, errors }, leaveOut);
}

/** Under which they stand in the answer. */
function namesOf(schema: GraphQLSchema, places: Places, query: string): ReadonlySet<string> {
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field: ({ name, alias }) => {
        const place = `${types.getParentType()?.name ?? ""}.${name.value}`;
        if (places.has(place)) names.add((alias ?? name).value);
      },
    }),
  );
  return names;
}
