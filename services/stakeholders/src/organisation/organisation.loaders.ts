import { hydrate } from "@convene/shared/connection/hydrate";
import { loadMany } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import { Organisation } from "./organisation.entity.ts";
import { canSeeOrganisation } from "./organisation.policy.ts";

export const organisationLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  /**
   * Null for what is gone, or hidden from the viewer. The id of one that was merged into another
   * finds the other.
   */
  organisations: new DataLoader<string, Organisation | null>(async (ids) => {
    const found = await findWhereTheyLead(db.manager, ids);
    return ids.map((id) => {
      const organisation = found.get(id);
      return organisation && canSeeOrganisation(viewer, organisation) ? organisation : null;
    });
  }),
  /** For organisations that the viewer sees. */
  identifiersByOrganisation: loadMany(db.manager, {
    entity: OrganisationIdentifier,
    key: "organisationId",
  }),
  /** For organisations that the viewer sees: those that lead there. */
  mergedByOrganisation: loadMany(db.manager, { entity: Organisation, key: "mergedIntoId" }),
});

interface LedRow extends Record<string, unknown> {
  readonly asked: string;
}

/** By the id that was asked. One statement, however many merges lie between. */
async function findWhereTheyLead(manager: EntityManager, ids: readonly string[]) {
  const rows: LedRow[] = await manager.query(
    `WITH RECURSIVE led AS (
       SELECT id AS asked, id, merged_into_id FROM organisation WHERE id = ANY($1::text[])
       UNION SELECT led.asked, o.id, o.merged_into_id
         FROM led JOIN organisation AS o ON o.id = led.merged_into_id
     )
     SELECT o.*, led.asked FROM led JOIN organisation AS o ON o.id = led.id
     WHERE led.merged_into_id IS NULL`,
    [[...ids]],
  );
  return new Map(rows.map((row) => [row.asked, hydrate(manager, Organisation, row)]));
}
