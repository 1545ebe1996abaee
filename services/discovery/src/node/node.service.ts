import { invalid } from "@convene/shared/errors";

const MOST = 100;

interface Loader<T> {
  load(id: string): Promise<T | null>;
}

/** @throws BAD_USER_INPUT for more than 100 ids. */
export async function nodesOf<T>(loader: Loader<T>, ids: readonly string[]): Promise<(T | null)[]> {
  if (ids.length > MOST) throw invalid("ids", `At most ${MOST} ids at once, not ${ids.length}`);
  return Promise.all(ids.map((id) => loader.load(id)));
}
