import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, limitExceeded } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { checkMinutes } from "../agenda-item/agenda-item.service.ts";
import { checkNamed, checkObjective, expectNamed } from "../agenda-item/agenda-subject.service.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { tellCoLeads } from "./agenda-proposal-notice.service.ts";
import { AgendaProposalState } from "./agenda-proposal-state.enum.ts";
import { AgendaProposal } from "./agenda-proposal.entity.ts";
import type {
  ProposeAgendaItemInput,
  UpdateAgendaProposalInput,
  WithdrawAgendaProposalInput,
} from "./agenda-proposal.inputs.ts";
import { canPropose, isProposed, isProposer, isWaiting } from "./agenda-proposal.policy.ts";
import {
  expectAhead,
  holdPlace,
  holdProposal,
  type Place,
  proposingFor,
} from "./proposal-place.service.ts";

const LONGEST = 5_000;
/** Of one person at one place: more that wait are a mistake. */
const MOST_WAITING = 50;

export interface AgendaProposalParts {
  readonly transactions: Transactions;
  readonly lookup: ReplicaLookup;
}

/** What members want to be talked about. The row of the place is taken first, as on agendas. */
export class AgendaProposalService {
  constructor(private readonly parts: AgendaProposalParts) {}

  async propose(viewer: Viewer, input: ProposeAgendaItemInput): Promise<AgendaProposal> {
    await expectNamed(this.parts.lookup, input);
    return this.once(viewer, { mutation: "proposeAgendaItem", input }, async (tx) => {
      const place = await holdPlace(tx, viewer, input);
      if (!canPropose(viewer, place)) {
        throw forbidden("Members of the group or network propose what its meetings are about");
      }
      await expectAhead(tx, place.meetingId);
      await checkNamed(tx, viewer, input);
      await expectFew(tx, viewer, place);
      const wished = input.organisation ?? null;
      const proposal = tx.manager.create(AgendaProposal, {
        ...{ ...UNDECIDED, ...valuesOf(input), id: newId("agp"), createdAt: new Date() },
        ...{ meetingId: place.meetingId, seriesId: place.seriesId, proposerId: viewer.person },
        organisationId: await proposingFor(tx, viewer, { place, wished }),
      });
      await tx.manager.insert(AgendaProposal, proposal);
      await tellCoLeads(tx, proposal, place);
      return proposal;
    });
  }

  /** While nobody has decided. */
  async update(viewer: Viewer, input: UpdateAgendaProposalInput): Promise<AgendaProposal> {
    await expectNamed(this.parts.lookup, input);
    return this.once(viewer, { mutation: "updateAgendaProposal", input }, async (tx) => {
      const proposal = await holdOwn(tx, viewer, input.id);
      if (!isProposed(proposal)) throw conflict(`It is decided on proposal ${proposal.id}`);
      await checkNamed(tx, viewer, input);
      return tx.manager.save(Object.assign(proposal, changesOf(input)));
    });
  }

  /** A second time changes nothing. */
  withdraw(viewer: Viewer, input: WithdrawAgendaProposalInput): Promise<AgendaProposal> {
    return this.once(viewer, { mutation: "withdrawAgendaProposal", input }, async (tx) => {
      const proposal = await holdOwn(tx, viewer, input.id);
      const state = AgendaProposalState.WITHDRAWN;
      if (proposal.state === state) return proposal;
      if (!isWaiting(proposal)) throw conflict(`It is decided on proposal ${proposal.id}`);
      return tx.manager.save(Object.assign(proposal, { state, decidedAt: new Date() }));
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<AgendaProposal>, "mutation" | "input">,
    work: (tx: Transaction) => Promise<AgendaProposal>,
  ): Promise<AgendaProposal> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await holdProposal(tx, viewer, id)).proposal,
      }),
    );
  }
}

/** Of one that was just made. */
const UNDECIDED = {
  ...{ state: AgendaProposalState.PROPOSED, chathamHouse: false, reason: null },
  ...{ itemId: null, carriedFromId: null, decidedAt: null },
};

/** @throws NOT_FOUND, FORBIDDEN for all but whoever has proposed it */
async function holdOwn(tx: Transaction, viewer: Viewer, id: string): Promise<AgendaProposal> {
  const { proposal } = await holdProposal(tx, viewer, id);
  if (!isProposer(viewer, proposal)) throw forbidden("Only whoever has proposed it changes it");
  return proposal;
}

async function expectFew({ manager }: Transaction, viewer: Viewer, place: Place): Promise<void> {
  const { meetingId, seriesId } = place;
  if (viewer.person === null) return;
  const where = { proposerId: viewer.person, state: AgendaProposalState.PROPOSED };
  const here = meetingId === null ? { seriesId: seriesId ?? "" } : { meetingId };
  if ((await manager.countBy(AgendaProposal, { ...where, ...here })) < MOST_WAITING) return;
  throw limitExceeded(`${MOST_WAITING} of your proposals wait here: withdraw some first`);
}

const valuesOf = (input: ProposeAgendaItemInput) => ({
  title: requiredText("title", input.title),
  purpose: input.purpose,
  minutesAsked: checkMinutes(input.minutesAsked, "minutesAsked"),
  explanation: optionalText("explanation", input.explanation, LONGEST),
  objectiveNumber: checkObjective(input.objective ?? null),
  practiceId: input.practice ?? null,
  consultationId: input.consultation ?? null,
});

function changesOf(input: UpdateAgendaProposalInput): Partial<AgendaProposal> {
  const { title, purpose, minutesAsked, explanation, objective, practice, consultation } = input;
  return {
    ...(isGiven(title) && { title: requiredText("title", title) }),
    ...(isGiven(purpose) && { purpose }),
    ...(isGiven(minutesAsked) && { minutesAsked: checkMinutes(minutesAsked, "minutesAsked") }),
    ...(explanation !== undefined && {
      explanation: optionalText("explanation", explanation, LONGEST),
    }),
    ...(objective !== undefined && { objectiveNumber: checkObjective(objective) }),
    ...(practice !== undefined && { practiceId: practice }),
    ...(consultation !== undefined && { consultationId: consultation }),
  };
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;
