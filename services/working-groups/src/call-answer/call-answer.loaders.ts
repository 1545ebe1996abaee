import { ChildLists } from "@convene/shared/connection/list";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql, { empty, type Sql } from "sql-template-tag";
import { ownOrganisations } from "../input-call/input-call.loaders.ts";
import { byVisibleOrganisation } from "../seat/seat.repository.ts";
import { CallAnswer } from "./call-answer.entity.ts";

/** The rule of `canReadAnswer`, of answers `t` to calls that the viewer sees. */
function readBy(viewer: Viewer | null): Sql {
  if (isAdmin(viewer)) return empty;
  const own = ownOrganisations(viewer);
  const groups = viewer?.groups ?? [];
  const led = groups.filter(({ role }) => role === "CO_LEAD").map(({ id }) => id);
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  return sql`(t.organisation_id = ANY(${own}::text[])
    OR EXISTS (SELECT FROM input_call AS c JOIN working_group AS g ON g.id = c.group_id
      WHERE c.id = t.call_id AND (c.answers_shown_to = 'ADDRESSEES'
        OR g.id = ANY(${led}::text[])
        OR g.network_id = ANY(${governed.map(({ id }) => id)}::text[])
        OR (c.answers_shown_to = 'MEMBERS' AND (g.id = ANY(${groups.map(({ id }) => id)}::text[])
          OR g.organisations && ${own}::text[])))))`;
}

export const callAnswerLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  answersOfCall: new ChildLists(db.manager, {
    entity: CallAnswer,
    parent: "t.call_id",
    order: [
      { column: "t.answered_at", direction: "ASC", type: "timestamptz" },
      { column: "t.id", direction: "ASC", type: "text" },
    ],
    where: [byVisibleOrganisation(viewer), readBy(viewer)],
  }),
});
