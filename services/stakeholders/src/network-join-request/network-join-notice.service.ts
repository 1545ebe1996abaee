import type { Transaction } from "@convene/shared/database/transaction";
import { JoinRequestState } from "@convene/shared/join-request/join-request.enum";
import { readersOf } from "../message/message.repository.ts";
import type { Network } from "../network/network.entity.ts";
import { tell } from "../notice/notice.service.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { secretariatsOf } from "../report/report-notice.service.ts";
import type { NetworkJoinRequest } from "./network-join-request.entity.ts";

export interface Asked {
  readonly request: NetworkJoinRequest;
  readonly network: Network;
  readonly organisation: Organisation;
}

/** A network without a secretariat is the administrators': they are told with the moderators. */
export async function tellSecretariat(
  tx: Transaction,
  { request, network, organisation }: Asked,
): Promise<void> {
  const people = await secretariatsOf(tx.manager, [network.id]);
  const event = "NETWORK_JOIN_ASKED" as const;
  const item = { event, title: organisation.name, name: network.name, text: null };
  await tell(tx, { people, moderators: people.length === 0, except: request.personId, item });
}

/** What was decided, to those who ask for the organisation. */
export async function tellApplicant(tx: Transaction, { request, network }: Asked): Promise<void> {
  const people = await readersOf(tx.manager, [request.organisationId]);
  const isApproved = request.state === JoinRequestState.APPROVED;
  const event = isApproved ? ("NETWORK_JOINED" as const) : ("NETWORK_JOIN_DECLINED" as const);
  const item = { event, title: network.name, name: null, text: request.reply };
  await tell(tx, { people, moderators: false, except: request.decidedById, item });
}
