import { sweepMerges } from "@convene/shared/merge/move-edges";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { merging } from "../organisation-merge/stakeholder-edges.repository.ts";
import { followUpIntroductions } from "../introduction-request/introduction-notice.service.ts";
import { endDueRelationships } from "../relationship/relationship.repository.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import { refreshAllStandings } from "../standing/standing.repository.ts";

/**
 * What the passing of time changes: roles and memberships that begin or run out move who may see
 * what, relationships whose end has come are history, and introductions have led somewhere or not.
 * Run at every start and after each midnight, UTC; a second run on the same day changes nothing.
 */
export async function beginDay({ transactions }: Pick<ServiceParts, "transactions">) {
  await transactions.write(async (tx) => {
    await refreshAllStandings(tx);
    await publishRelationships(tx, await endDueRelationships(tx.manager));
    await followUpIntroductions(tx);
    await sweepMerges(tx, merging);
  });
}
