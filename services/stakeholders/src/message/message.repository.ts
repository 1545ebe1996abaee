import type { Transaction } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import { today } from "@convene/shared/today";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import { holdsOn } from "../period/period.repository.ts";
import { Person } from "../person/person.entity.ts";
import { canSeePerson } from "../person/person.policy.ts";

/**
 * The person or organisation is there for the viewer. Whether anybody reads what is written to
 * them is not said: it would tell who has an account.
 *
 * @throws NOT_FOUND
 */
export async function expectRecipient(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<void> {
  if (prefixOf(id) === "org") {
    const organisation = await manager.findOneBy(Organisation, { id });
    if (!organisation || !canSeeOrganisation(viewer, organisation))
      throw notFound("Organisation", id);
    return;
  }
  const person = await manager.findOneBy(Person, { id });
  if (!person || !canSeePerson(viewer, person)) throw notFound("Person", id);
}

export async function nameOf(manager: EntityManager, id: string): Promise<string> {
  const where = { id };
  const found =
    prefixOf(id) === "org"
      ? await manager.findOneBy(Organisation, where)
      : await manager.findOneBy(Person, where);
  return found?.name ?? "";
}

/** The people themselves, and who owns or edits the organisations today. */
export async function readersOf(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const people = ids.filter((id) => prefixOf(id) === "per");
  const { text, values } = sql`SELECT DISTINCT r.person_id AS id FROM role AS r
    WHERE r.organisation_id = ANY(${[...ids]}::text[]) AND r.access IN ('OWNER', 'EDITOR')
      AND r.person_id IS NOT NULL AND ${holdsOn("r", today())}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return [...new Set([...people, ...rows.map(({ id }) => id)])].sort();
}

/** With a person or an organisation goes what was written by them and to them. */
export async function forgetMessagesOf({ manager }: Transaction, id: string): Promise<void> {
  await manager.query("DELETE FROM message WHERE author_id = $1 OR from_id = $1 OR to_id = $1", [
    id,
  ]);
  await manager.query("DELETE FROM message_block WHERE owner_id = $1 OR blocked_id = $1", [id]);
}

/** A letter of last year is nobody's business any more. */
export async function forgetOldMessages({ manager }: Transaction, before: Date): Promise<void> {
  await manager.query("DELETE FROM message WHERE created_at < $1", [before]);
}
