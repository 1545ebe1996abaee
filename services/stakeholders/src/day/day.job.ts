import { forgetImports } from "@convene/shared/file-import/import-retention.repository";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { forgetOldInvitations } from "../invitation/invitation-erasure.service.ts";
import { endDueRelationships } from "../relationship/relationship.repository.ts";
import { forgetOldMessages } from "../message/message.repository.ts";
import { forgetOldNotices } from "../notice/notice.service.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import { refreshAllStandings } from "../standing/standing.repository.ts";

/**
 * What the passing of time changes: roles and memberships that begin or run out move who may see
 * what, and relationships whose end has come are history. Run at every start and after each
 * midnight, UTC; a second run on the same day changes nothing.
 */
export async function beginDay({ transactions }: Pick<ServiceParts, "transactions">) {
  await transactions.write(async (tx) => {
    await refreshAllStandings(tx);
    await publishRelationships(tx, await endDueRelationships(tx.manager));
    await forgetImports(tx.manager);
    await forgetOldInvitations(tx);
    await forgetOldMessages(tx);
    await forgetOldNotices(tx);
  });
}
