import { invalid } from "../errors.ts";
import { checkPage, Connection, type ConnectionArgs } from "./connection.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";

/** A page of a list that is wholly there: computed, and in no table. The cursor counts. */
export function pageOf<T>(items: readonly T[], args: ConnectionArgs): Connection<T> {
  checkPage(args);
  const [last = -1] = args.after == null ? [] : decodeCursor(args.after, 1);
  if (!Number.isInteger(last)) throw invalid("after", "after is no cursor of this list");
  const start = Math.max(0, Number(last) + 1);
  const end = start + args.first;
  const edges = items.slice(start, end).map((node, index) => ({
    cursor: encodeCursor([start + index]),
    node,
  }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  const bounds = { hasNextPage: end < items.length, endCursor };
  return new Connection(edges, bounds, () => Promise.resolve(items.length));
}
