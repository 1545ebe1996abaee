import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { checkMinutes, lockItemToEdit, saveAndTell } from "../agenda-item/agenda-item.service.ts";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaItemOutcome } from "../agenda-item/agenda-item-outcome.enum.ts";
import { BLANK_ITEM, placeAt } from "../agenda-item/agenda-place.service.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { lockToEdit } from "../meeting/meeting.service.ts";
import { tellProposer } from "./agenda-proposal-notice.service.ts";
import { AgendaProposalState } from "./agenda-proposal-state.enum.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";
import type {
  AcceptAgendaProposalInput,
  DeclineAgendaProposalInput,
  PostponeAgendaItemInput,
  PostponeAgendaProposalInput,
} from "./agenda-proposal.inputs.ts";
import { canDecide, isProposed, isWaiting } from "./agenda-proposal.policy.ts";
import { expectAhead, type Held, holdProposal } from "./proposal-place.service.ts";

/** What becomes of proposals, and of what meetings leave over. */
export class ProposalDecisionService {
  constructor(private readonly transactions: Transactions) {}

  /** Puts it on an agenda. Who proposed it presents it, until something else is said. */
  accept(viewer: Viewer, input: AcceptAgendaProposalInput): Promise<AgendaProposal> {
    return this.once(viewer, { mutation: "acceptAgendaProposal", input }, async (tx) => {
      const held = await holdToDecide(tx, viewer, input.id);
      const meeting = await lockTarget(tx, viewer, { held, meeting: input.meeting ?? null });
      const item = tx.manager.create(AgendaItem, {
        ...itemOf(held.proposal, input),
        meetingId: meeting.id,
        position: await placeAt(tx, meeting.id, input.position ?? null),
      });
      await saveAndTell(tx, item);
      held.proposal.itemId = item.id;
      await bringPapers(tx, held.proposal);
      return decide(tx, held.proposal, { state: AgendaProposalState.ACCEPTED, by: viewer.person });
    });
  }

  decline(viewer: Viewer, input: DeclineAgendaProposalInput): Promise<AgendaProposal> {
    return this.once(viewer, { mutation: "declineAgendaProposal", input }, async (tx) => {
      const { proposal } = await holdToDecide(tx, viewer, input.id);
      proposal.reason = requiredText("reason", input.reason, 1_000);
      return decide(tx, proposal, { state: AgendaProposalState.DECLINED, by: viewer.person });
    });
  }

  postpone(viewer: Viewer, input: PostponeAgendaProposalInput): Promise<AgendaProposal> {
    return this.once(viewer, { mutation: "postponeAgendaProposal", input }, async (tx) => {
      const { proposal } = await holdToDecide(tx, viewer, input.id);
      if (!isProposed(proposal)) throw conflict(`Proposal ${proposal.id} is in the backlog`);
      expectSeries(proposal);
      return decide(tx, proposal, { state: AgendaProposalState.BACKLOG, by: viewer.person });
    });
  }

  /** An item that is not finished waits in the backlog, instead of going on to the next meeting. */
  postponeItem(viewer: Viewer, input: PostponeAgendaItemInput): Promise<AgendaProposal> {
    return this.once(viewer, { mutation: "postponeAgendaItem", input }, async (tx) => {
      const item = await lockItemToEdit(tx, viewer, input.agendaItem);
      const meeting = await tx.manager.findOneByOrFail(Meeting, { id: item.meetingId });
      expectSeries(meeting);
      await expectOpen(tx, item);
      const { UNFINISHED } = AgendaItemOutcome;
      await tx.manager.update(AgendaItem, { id: item.id }, { outcome: UNFINISHED });
      return tx.manager.save(restOf(tx, item, meeting));
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<AgendaProposal>, "mutation" | "input">,
    work: (tx: Transaction) => Promise<AgendaProposal>,
  ): Promise<AgendaProposal> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await holdProposal(tx, viewer, id)).proposal,
      }),
    );
  }
}

/** @throws NOT_FOUND, FORBIDDEN, CONFLICT where it is decided */
async function holdToDecide(tx: Transaction, viewer: Viewer, id: string): Promise<Held> {
  const held = await holdProposal(tx, viewer, id);
  if (!canDecide(viewer, held.place)) {
    throw forbidden("Co-leads of the group and the network's secretariat decide on proposals");
  }
  if (!isWaiting(held.proposal)) throw conflict(`It is decided on proposal ${id}`);
  return held;
}

interface Target {
  readonly held: Held;
  readonly meeting: string | null;
}

/** What was proposed for a meeting goes there; what waits in the backlog needs another one. */
async function lockTarget(
  tx: Transaction,
  viewer: Viewer,
  { held: { proposal, place }, meeting: wished }: Target,
): Promise<Meeting> {
  const id = wished ?? (isProposed(proposal) ? proposal.meetingId : null);
  if (id === null) throw invalid("meeting", "Say on the agenda of which meeting it comes");
  const meeting = await lockToEdit(tx, viewer, id);
  if (meeting.groupId !== place.groupId || meeting.networkId !== place.networkId) {
    throw invalid("meeting", "It comes on an agenda of the same group or network");
  }
  await expectAhead(tx, id);
  return meeting;
}

const itemOf = (proposal: AgendaProposal, input: AcceptAgendaProposalInput) => ({
  ...{ ...BLANK_ITEM, id: newId("agi"), title: proposal.title, purpose: proposal.purpose },
  ...{ objectiveNumber: proposal.objectiveNumber, practiceId: proposal.practiceId },
  ...{ presenterId: proposal.organisationId, carriedFromId: proposal.carriedFromId },
  consultationId: proposal.consultationId,
  // What was confided stays so wherever it goes.
  chathamHouse: proposal.chathamHouse,
  durationMinutes: checkMinutes(input.durationMinutes ?? proposal.minutesAsked),
});

interface Decided {
  readonly state:
    AgendaProposalState.ACCEPTED | AgendaProposalState.DECLINED | AgendaProposalState.BACKLOG;
  readonly by: string | null;
}

async function decide(tx: Transaction, proposal: AgendaProposal, decided: Decided) {
  Object.assign(proposal, { state: decided.state, decidedAt: new Date() });
  await tx.manager.save(proposal);
  await tellProposer(tx, proposal, decided);
  return proposal;
}

/** They belong to the item from now on. */
const bringPapers = ({ manager }: Transaction, { id, itemId }: AgendaProposal) =>
  manager.query("UPDATE paper SET item_id = $2 WHERE proposal_id = $1", [id, itemId]);

function expectSeries({ seriesId }: { readonly seriesId: string | null }): void {
  if (seriesId === null) throw conflict("A backlog is of a series, and this meeting is of none");
}

/** @throws CONFLICT for what stands on every agenda, has gone on already, or waits already */
async function expectOpen({ manager }: Transaction, item: AgendaItem): Promise<void> {
  const { id: carriedFromId } = item;
  if (item.standing !== null) throw conflict(`Item ${item.id} stands on every agenda`);
  if (item.outcome === AgendaItemOutcome.DONE) throw conflict(`Item ${item.id} is done`);
  if (await manager.existsBy(AgendaItem, { carriedFromId })) {
    throw conflict(`Item ${item.id} has gone on to the next meeting`);
  }
  if (await manager.existsBy(AgendaProposal, { carriedFromId })) {
    throw conflict(`Item ${item.id} has gone into the backlog`);
  }
}

const restOf = ({ manager }: Transaction, item: AgendaItem, meeting: Meeting): AgendaProposal =>
  manager.create(AgendaProposal, {
    ...{ id: newId("agp"), meetingId: meeting.id, seriesId: meeting.seriesId },
    ...{ state: AgendaProposalState.BACKLOG, title: item.title, purpose: item.purpose },
    ...{ minutesAsked: item.durationMinutes, objectiveNumber: item.objectiveNumber },
    ...{ practiceId: item.practiceId, organisationId: item.presenterId, proposerId: null },
    ...{ explanation: null, reason: null, itemId: null, carriedFromId: item.id },
    ...{ createdAt: new Date(), decidedAt: new Date() },
    consultationId: item.consultationId,
    chathamHouse: item.chathamHouse || meeting.chathamHouse,
  });
