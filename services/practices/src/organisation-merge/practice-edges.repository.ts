import type { Merging } from "@convene/shared/merge/merging";
import sql, { empty } from "sql-template-tag";
import { loadPracticePayloads } from "../practice/practice.feed.ts";
import { PracticeOrganisation } from "../practice/practice-organisation.entity.ts";
import { practiceIsVisible } from "../practice/practice.repository.ts";

/** All that names an organisation here: it has one role in a practice, so of two one stays. */
export const merging: Merging = {
  edges: [
    {
      title: "practices",
      entity: PracticeOrganisation,
      properties: ["organisationId"],
      key: ["practiceId"],
      label: sql`(SELECT title FROM practice WHERE id = t.practice_id) || ': ' || t.role`,
      stays: ({ into }) => sql`EXISTS (SELECT FROM practice_organisation AS like_it
        WHERE like_it.practice_id = t.practice_id AND like_it.organisation_id = ${into})`,
      visibleTo: (viewer) => {
        const seen = practiceIsVisible(viewer, "p");
        if (seen === empty) return empty;
        return sql`EXISTS (SELECT FROM practice AS p WHERE p.id = t.practice_id AND ${seen})`;
      },
    },
  ],
  settle: async (tx, moved, { from, into }) => {
    const ids = [...(moved.get("practices") ?? [])];
    await tx.manager.query(
      `UPDATE practice SET organisations = array_replace(organisations, $2, $3)
       WHERE id = ANY($1::text[])`,
      [ids, from, into],
    );
    await tx.publish({ type: "Practice", ids, load: loadPracticePayloads });
  },
};
