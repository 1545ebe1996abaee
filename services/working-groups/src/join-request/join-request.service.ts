import { type Transaction, violatedUnique } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, notFound } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { readAnswers } from "@convene/shared/join-request/join-question.value";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { SeatRole } from "../seat/seat.enum.ts";
import { AddSeatInput } from "../seat/seat.inputs.ts";
import { newSeat, takeSeat } from "../seat/seat.service.ts";
import type {
  StakeholderKey,
  StakeholderRepository,
} from "../stakeholder/stakeholder.repository.ts";
import type { WorkingGroup } from "../working-group/working-group.entity.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { lockGroup, lockInGroup } from "../working-group/working-group.repository.ts";
import { takesSeats } from "../working-group/working-group-state.policy.ts";
import { JoinRequest } from "./join-request.entity.ts";
import { JoinDecision, JoinRequestState } from "@convene/shared/join-request/join-request.enum";
import type {
  DecideJoinRequestInput,
  RequestToJoinInput,
  WithdrawJoinRequestInput,
} from "./join-request.inputs.ts";
import { canAsk, canSeeRequest, isSeenByCoLeads } from "./join-request.policy.ts";

type RequestInput = RequestToJoinInput | DecideJoinRequestInput | WithdrawJoinRequestInput;

/** Organisations ask for seats; those who edit the group decide. The group is locked first. */
export class JoinRequestService {
  constructor(
    private readonly parts: ServiceParts,
    private readonly stakeholders: StakeholderRepository,
  ) {}

  /** @throws CONFLICT where it sits or asks already, or the co-leads could not see who asks. */
  async ask(viewer: Viewer, input: RequestToJoinInput): Promise<JoinRequest> {
    const keys: StakeholderKey[] = [
      { type: "Organisation", id: input.organisation },
      ...(input.delegate ? [{ type: "Person", id: input.delegate } as const] : []),
    ];
    await this.stakeholders.catchUpOn(keys);
    const made = this.once(viewer, { mutation: "requestToJoin", input }, async (tx) => {
      const group = await lockGroup(tx, viewer, input.group);
      await this.stakeholders.requireVisible(tx.manager, viewer, keys);
      return askIn(tx, viewer, { group, input });
    });
    return made.catch((error: unknown) => {
      if (violatedUnique(error) !== "uq_join_request_open") throw error;
      throw conflict("The organisation has asked already", { field: "organisation" });
    });
  }

  /** @throws CONFLICT when it is decided already, or the group is concluded. */
  decide(viewer: Viewer, input: DecideJoinRequestInput): Promise<JoinRequest> {
    return this.once(viewer, { mutation: "decideJoinRequest", input }, async (tx) => {
      const { request, group } = await lockRequest(tx, viewer, input.id);
      if (!canEditGroup(viewer, group)) throw forbidden("Only its co-leads and secretariat decide");
      const isApproved = input.decision === JoinDecision.APPROVE;
      const reply = isApproved
        ? optionalText("reply", input.reply, 2_000)
        : requiredText("reply", input.reply ?? "", 2_000);
      expectOpen(request);
      if (isApproved) request.seatId = await seat(tx, request, group);
      const { APPROVED, DECLINED } = JoinRequestState;
      const state = isApproved ? APPROVED : DECLINED;
      return end(tx, viewer, { request, changes: { state, reply } });
    });
  }

  /** @throws CONFLICT when it is decided already. */
  withdraw(viewer: Viewer, input: WithdrawJoinRequestInput): Promise<JoinRequest> {
    return this.once(viewer, { mutation: "withdrawJoinRequest", input }, async (tx) => {
      const { request } = await lockRequest(tx, viewer, input.id);
      if (!canAsk(viewer, request.organisationId)) {
        throw forbidden("Only the organisation's owners and editors take it back");
      }
      expectOpen(request);
      return end(tx, viewer, { request, changes: { state: JoinRequestState.WITHDRAWN } });
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: RequestInput },
    work: (tx: Transaction) => Promise<JoinRequest>,
  ): Promise<JoinRequest> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await lockRequest(tx, viewer, id)).request,
      }),
    );
  }
}

async function askIn(
  tx: Transaction,
  viewer: Viewer,
  { group, input }: { group: WorkingGroup; input: RequestToJoinInput },
): Promise<JoinRequest> {
  const { organisation: organisationId, role } = input;
  if (!canAsk(viewer, organisationId)) {
    throw forbidden("Only the organisation's owners and editors ask for it");
  }
  if (!takesSeats(group)) throw conflict("The group is concluded", { field: "group" });
  if (role === SeatRole.CO_LEAD) throw invalid("role", "Nobody asks to lead a group");
  const organisation = await tx.manager.findOneByOrFail(OrganisationReplica, {
    id: organisationId,
  });
  if (!isSeenByCoLeads(organisation, group)) {
    const why = "The group's co-leads do not see the organisation: show its record to them first";
    throw conflict(why, { field: "organisation" });
  }
  if (group.organisations.includes(organisationId) && !input.onBehalfOf) {
    throw conflict("The organisation sits there already", { field: "organisation" });
  }
  const request = tx.manager.create(JoinRequest, {
    ...{ id: newId("jrq"), groupId: group.id, organisationId, role },
    onBehalfOf: optionalText("onBehalfOf", input.onBehalfOf),
    delegateId: input.delegate ?? null,
    answers: readAnswers(group.joinQuestions ?? [], input.answers),
    ...{ state: JoinRequestState.OPEN, personId: viewer.person, askedAt: new Date() },
    ...{ decidedById: null, decidedAt: null, reply: null, seatId: null },
  });
  await tx.manager.insert(JoinRequest, request);
  return request;
}

async function seat(tx: Transaction, request: JoinRequest, group: WorkingGroup): Promise<string> {
  if (!takesSeats(group)) throw conflict("The group is concluded", { field: "group" });
  const { organisationId: organisation, delegateId: delegate, role, onBehalfOf } = request;
  const input = { group: group.id, organisation, delegate, role, onBehalfOf };
  return (await takeSeat(tx, newSeat(Object.assign(new AddSeatInput(), input)))).id;
}

interface Ending {
  readonly request: JoinRequest;
  readonly changes: Partial<JoinRequest>;
}

function end(tx: Transaction, viewer: Viewer, { request, changes }: Ending): Promise<JoinRequest> {
  const who = { decidedById: viewer.person, decidedAt: new Date() };
  return tx.manager.save(Object.assign(request, changes, who));
}

function expectOpen({ state }: JoinRequest): void {
  if (state !== JoinRequestState.OPEN) throw conflict(`The request is ${state} already`);
}

async function lockRequest(tx: Transaction, viewer: Viewer, id: string) {
  const of = { entity: JoinRequest, type: "JoinRequest", id };
  const { row: request, group } = await lockInGroup(tx, viewer, of);
  const { organisationId } = request;
  const organisation = await tx.manager.findOneBy(OrganisationReplica, { id: organisationId });
  if (!canSeeRequest(viewer, { group, organisation })) throw notFound("JoinRequest", id);
  return { request, group };
}
