import type { Transaction } from "@convene/shared/database/transaction";
import { whereSql } from "@convene/shared/connection/list";
import { notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { protectionOf, visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, raw, type Sql } from "sql-template-tag";
import { Person } from "./person.entity.ts";
import { canSeePerson } from "./person.policy.ts";

/** The rule of `canSeePerson`, as a condition on rows. */
export function personVisibleTo(viewer: Viewer | null, alias = "t"): Sql {
  const seen = visibleTo(viewer, protectionOf(alias));
  if (seen === empty || viewer?.person == null) return seen;
  return sql`(${seen} OR ${raw(alias)}.id = ${viewer.person})`;
}

/** Whether the person at a column is there for the viewer. The column is ours, never a user's. */
export function personAtIsVisible(viewer: Viewer | null, column: string): Sql {
  const seen = personVisibleTo(viewer, "p");
  if (seen === empty) return empty;
  return sql`EXISTS (SELECT 1 FROM person AS p ${whereSql([sql`p.id = ${raw(column)}`, seen])})`;
}

/**
 * The person, locked, for one who may see them.
 *
 * @throws NOT_FOUND
 */
export async function lockPerson(tx: Transaction, viewer: Viewer, id: string): Promise<Person> {
  const person = await tx.lock(Person, id);
  if (!person || !canSeePerson(viewer, person)) throw notFound("Person", id);
  return person;
}
