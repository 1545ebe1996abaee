import { git } from "./tree.ts";

export interface Base {
  readonly commit: string;
  /** For people: `origin/main (1a2b3c4)`. */
  readonly name: string;
}

const commitOf = (root: string, revision: string): Promise<string | null> =>
  git(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]).catch(() => null);

const mergeBase = (root: string, revision: string): Promise<string | null> =>
  git(root, ["merge-base", "HEAD", revision]).catch(() => null);

/**
 * With what this state of a file is compared: where the work left the base, `given` or else
 * `origin/main`. On the base itself the work is what is not committed yet, or the last commit.
 * Null where there is nothing to compare with.
 */
export async function findBase(
  root: string,
  path: string,
  given: string | undefined,
): Promise<Base | null> {
  if (given !== undefined) return requireBase(root, given);
  const head = await commitOf(root, "HEAD");
  const left = await mergeBase(root, "origin/main");
  if (left !== null && left !== head) return { commit: left, name: named("origin/main", left) };
  const pending = await git(root, ["status", "--porcelain", "--", path]);
  const revision = pending === "" ? "HEAD~1" : "HEAD";
  const commit = await commitOf(root, revision);
  return commit === null ? null : { commit, name: named(revision, commit) };
}

async function requireBase(root: string, given: string): Promise<Base> {
  const commit = (await mergeBase(root, given)) ?? (await commitOf(root, given));
  if (commit === null) throw new Error(`CONVENE_BASE names ${given}, which is not a commit here`);
  return { commit, name: named(given, commit) };
}

const named = (revision: string, commit: string) => `${revision} (${commit.slice(0, 7)})`;

/** The file as it was there; null where it was not there yet. */
export const fileAt = (root: string, { commit }: Base, path: string): Promise<string | null> =>
  git(root, ["show", `${commit}:${path}`]).catch(() => null);
