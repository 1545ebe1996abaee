import type { Transaction } from "@convene/shared/database/transaction";
import { forgetIntroductionsOf } from "../introduction-request/introduction-request.repository.ts";
import { forgetInvitationsOf } from "../invitation/invitation-erasure.service.ts";
import { forgetMessagesOf } from "../message/message.repository.ts";
import { forgetMembershipsOf } from "../network-member/network-member.service.ts";
import { forgetNoticesOf } from "../notice/notice.service.ts";
import { forgetClaimsOf } from "../ownership-claim/ownership-claim.repository.ts";
import type { Person } from "../person/person.entity.ts";
import { forgetReportsOf, forgetReportsOfLetters } from "../report/takedown.service.ts";
import { forgetRolesOf } from "../role/role.service.ts";

/** What of this service outlives a person goes on without them, or goes with them. */
export async function forgetTies(tx: Transaction, person: Person): Promise<void> {
  await forgetRolesOf(tx, person);
  await forgetMembershipsOf(tx, person);
  await forgetInvitationsOf(tx, person.id);
  await forgetMessagesOf(tx, person.id);
  await forgetIntroductionsOf(tx, person.id);
  await forgetClaimsOf(tx, person.id);
  await forgetNoticesOf(tx, person);
  await forgetReportsOf(tx, person.id);
  await forgetReportsOfLetters(tx);
}
