import {
  type Transaction,
  type Transactions,
  violatedUnique,
} from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, limitExceeded, notFound } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import { readAnswers } from "@convene/shared/join-request/join-question.value";
import { JoinDecision, JoinRequestState } from "@convene/shared/join-request/join-request.enum";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import { belongs } from "../network-member/network-member.repository.ts";
import { buildNetworkMember, takeIn } from "../network-member/network-member.service.ts";
import { Network } from "../network/network.entity.ts";
import { canEditNetwork } from "../network/network.policy.ts";
import { lockNetwork } from "../network/network.repository.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import { lockOrganisationToEdit } from "../organisation/organisation.repository.ts";
import { type Asked, tellApplicant, tellSecretariat } from "./network-join-notice.service.ts";
import { NetworkJoinRequest } from "./network-join-request.entity.ts";
import type {
  DecideNetworkJoinRequestInput,
  RequestToJoinNetworkInput,
  WithdrawNetworkJoinRequestInput,
} from "./network-join-request.inputs.ts";
import { canSeeRequest, isSeenBySecretariat } from "./network-join-request.policy.ts";
import { countRequests } from "./network-join-request.repository.ts";

/** Nobody goes through the networks and asks at all of them. */
const MOST_OPEN = 10;
const MOST_IN_A_MONTH = 30;
const MONTH = 30 * 86_400_000;

type RequestInput =
  RequestToJoinNetworkInput | DecideNetworkJoinRequestInput | WithdrawNetworkJoinRequestInput;

/** Organisations ask to be taken in; the secretariat decides. Network, organisation and request are locked, in this order. */
export class NetworkJoinRequestService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws CONFLICT where it belongs or asks already, or could not be seen; LIMIT_EXCEEDED. */
  async ask(viewer: Viewer, input: RequestToJoinNetworkInput): Promise<NetworkJoinRequest> {
    const work = (tx: Transaction) => ask(tx, viewer, input);
    const made = this.once(viewer, { mutation: "requestToJoinNetwork", input }, work);
    return made.catch((error: unknown) => {
      if (violatedUnique(error) !== "uq_network_join_request_open") throw error;
      throw conflict("The organisation has asked already", { field: "organisation" });
    });
  }

  /** @throws CONFLICT when it is decided already, or the organisation belongs by now. */
  decide(viewer: Viewer, input: DecideNetworkJoinRequestInput): Promise<NetworkJoinRequest> {
    return this.once(viewer, { mutation: "decideNetworkJoinRequest", input }, (tx) =>
      decide(tx, viewer, input),
    );
  }

  /** @throws CONFLICT when it is decided already. */
  withdraw(viewer: Viewer, input: WithdrawNetworkJoinRequestInput): Promise<NetworkJoinRequest> {
    return this.once(viewer, { mutation: "withdrawNetworkJoinRequest", input }, async (tx) => {
      const { request, organisation } = await lockRequest(tx, viewer, input.id);
      if (!canEditOrganisation(viewer, organisation)) {
        throw forbidden("Only the organisation's owners and editors take it back");
      }
      expectOpen(request);
      return end(tx, viewer, { request, changes: { state: JoinRequestState.WITHDRAWN } });
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: RequestInput },
    work: (tx: Transaction) => Promise<NetworkJoinRequest>,
  ): Promise<NetworkJoinRequest> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await lockRequest(tx, viewer, id)).request,
      }),
    );
  }
}

async function ask(
  tx: Transaction,
  viewer: Viewer,
  input: RequestToJoinNetworkInput,
): Promise<NetworkJoinRequest> {
  const network = await lockNetwork(tx, viewer, input.network);
  const organisation = await lockOrganisationToEdit(tx, viewer, input.organisation);
  const { role } = input;
  if (role !== NetworkMemberRole.MEMBER && role !== NetworkMemberRole.OBSERVER) {
    throw invalid("role", "Nobody asks to run or to host a network");
  }
  await expectMayAsk(tx, network, organisation);
  const request = tx.manager.create(NetworkJoinRequest, {
    ...{ id: newId("njr"), networkId: network.id, organisationId: organisation.id, role },
    answers: readAnswers(network.joinQuestions ?? [], input.answers),
    ...{ state: JoinRequestState.OPEN, personId: viewer.person, askedAt: new Date() },
    ...{ decidedById: null, decidedAt: null, reply: null, memberId: null },
  });
  await tx.manager.insert(NetworkJoinRequest, request);
  await tellSecretariat(tx, { request, network, organisation });
  return request;
}

async function expectMayAsk(
  tx: Transaction,
  network: Network,
  organisation: Organisation,
): Promise<void> {
  const field = "organisation";
  if (!isSeenBySecretariat({ network, organisation })) {
    const why = "The secretariat does not see the organisation: show its record to it first";
    throw conflict(why, { field });
  }
  if (await belongs(tx.manager, { network: network.id, organisation: organisation.id })) {
    throw conflict("The organisation belongs to it already", { field });
  }
  const since = new Date(Date.now() - MONTH);
  const { open, lately } = await countRequests(tx.manager, organisation.id, since);
  if (open >= MOST_OPEN || lately >= MOST_IN_A_MONTH) {
    throw limitExceeded("The organisation has asked many networks: wait until they have decided");
  }
}

async function decide(tx: Transaction, viewer: Viewer, input: DecideNetworkJoinRequestInput) {
  const { request, network, organisation } = await lockRequest(tx, viewer, input.id);
  if (!canEditNetwork(viewer, network)) throw forbidden("Only the network's secretariat decides");
  const isApproved = input.decision === JoinDecision.APPROVE;
  const reply = isApproved
    ? optionalText("reply", input.reply, 2_000)
    : requiredText("reply", input.reply ?? "", 2_000);
  expectOpen(request);
  if (isApproved) {
    const { networkId, organisationId, role } = request;
    const member = await takeIn(tx, buildNetworkMember({ networkId, organisationId, role }));
    request.memberId = member.id;
  }
  const state = isApproved ? JoinRequestState.APPROVED : JoinRequestState.DECLINED;
  const decided = await end(tx, viewer, { request, changes: { state, reply } });
  await tellApplicant(tx, { request: decided, network, organisation });
  return decided;
}

interface Ending {
  readonly request: NetworkJoinRequest;
  readonly changes: Partial<NetworkJoinRequest>;
}

function end(tx: Transaction, viewer: Viewer, { request, changes }: Ending) {
  const who = { decidedById: viewer.person, decidedAt: new Date() };
  return tx.manager.save(Object.assign(request, changes, who));
}

function expectOpen({ state }: NetworkJoinRequest): void {
  if (state !== JoinRequestState.OPEN) throw conflict(`The request is ${state} already`);
}

async function lockRequest(tx: Transaction, viewer: Viewer, id: string): Promise<Asked> {
  const found = await tx.manager.findOneBy(NetworkJoinRequest, { id });
  const network = found && (await tx.lock(Network, found.networkId));
  const organisation = network && (await tx.lock(Organisation, found.organisationId));
  const request = organisation && (await tx.lock(NetworkJoinRequest, id));
  if (!request || !canSeeRequest(viewer, { network, organisation })) {
    throw notFound("NetworkJoinRequest", id);
  }
  return { request, network, organisation };
}
