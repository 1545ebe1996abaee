import type { Viewer } from "@convene/shared/viewer";
import { canConvene, type Convened } from "../convener/convener.policy.ts";
import { canWriteMinutes } from "../minute/minutes.policy.ts";
import type { AgendaProposal } from "./agenda-proposal.entity.ts";
import { AgendaProposalState } from "./agenda-proposal-state.enum.ts";

/** Members and conveners; observers read what is proposed. */
export const canPropose = (viewer: Viewer | null, convened: Convened): boolean =>
  canWriteMinutes(viewer, convened);

export const canDecide = (viewer: Viewer | null, convened: Convened): boolean =>
  canConvene(viewer, convened);

/** Whoever has proposed it, and nobody else. */
export const isProposer = (
  viewer: Viewer | null,
  { proposerId }: Pick<AgendaProposal, "proposerId">,
): boolean => proposerId !== null && viewer?.person === proposerId;

type InState = Pick<AgendaProposal, "state">;

/** While nobody has decided. */
export const isProposed = ({ state }: InState): boolean => state === AgendaProposalState.PROPOSED;

/** While it can still come on an agenda. */
export const isWaiting = ({ state }: InState): boolean =>
  state === AgendaProposalState.PROPOSED || state === AgendaProposalState.BACKLOG;
