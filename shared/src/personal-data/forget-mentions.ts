import type { EntityManager } from "typeorm";

/**
 * Takes away every job of a service in which one of the words stands: an address or an id of
 * somebody who is erased. What was to be done for them is not done any more, and why it failed is
 * not kept. Words are at least as long as an address, so that nobody else's goes with them.
 */
export async function forgetJobsOf(
  manager: EntityManager,
  schema: string,
  words: readonly string[],
): Promise<void> {
  for (const table of ["job", "archive"]) {
    await manager.query(
      `DELETE FROM ${schema}.${table} AS t USING unnest($1::text[]) AS said (word)
       WHERE position(lower(said.word) IN lower(t.data::text || coalesce(t.output::text, ''))) > 0`,
      [words],
    );
  }
}
