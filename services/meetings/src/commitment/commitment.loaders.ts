import { ChildLists } from "@convene/shared/connection/list";
import { loadMaybe } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import type { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { canSeeItem } from "../agenda-item/agenda-item.policy.ts";
import { type RuleLoaders, unlessRuled } from "../confidence/confidence.loaders.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes, canWriteMinutes } from "../minute/minutes.policy.ts";
import { CommitmentChange } from "./commitment-change.entity.ts";
import { isOwner } from "./commitment.policy.ts";
import type { CommitmentRow } from "./commitment-row.entity.ts";

export const commitmentLoaders = (manager: EntityManager) => ({
  changesOfCommitment: new ChildLists(manager, {
    entity: CommitmentChange,
    parent: "t.subject_id",
    order: [{ column: "t.id", direction: "DESC", type: "text" }],
  }),
});

/** In the order in which it was recorded. */
export const IN_ORDER = [{ column: "t.id", direction: "ASC", type: "text" }] as const;

interface Asking {
  readonly viewer: Viewer | null;
  readonly loaders: {
    readonly meeting: DataLoader<string, Meeting | null>;
    readonly agendaItem: DataLoader<string, AgendaItem | null>;
  };
}

/**
 * The row, for those who sit there, and for whoever is to carry it and sees its meeting; not where
 * the item was taken down of which it came.
 */
export async function shownCommitment<T extends CommitmentRow>(
  row: T | null,
  { viewer, loaders }: Asking,
): Promise<T | null> {
  const meeting = row && (await loaders.meeting.load(row.meetingId));
  if (!meeting || !(canReadMinutes(viewer, meeting) || isOwner(viewer, row))) return null;
  const item = row.itemId === null ? null : await loaders.agendaItem.load(row.itemId);
  return item && !canSeeItem(viewer, item, meeting) ? null : row;
}

export async function canEditCommitment(
  row: CommitmentRow,
  { viewer, loaders }: Asking,
): Promise<boolean> {
  const meeting = await loaders.meeting.load(row.meetingId);
  return meeting !== null && (canWriteMinutes(viewer, meeting) || isOwner(viewer, row));
}

interface OwnerLoaders extends RuleLoaders {
  readonly organisation: DataLoader<string, { id: string } | null>;
  readonly person: DataLoader<string, { id: string } | null>;
}

/** Nobody is named of what was recorded under the Chatham House Rule. */
export const organisationOf = (row: CommitmentRow, loaders: OwnerLoaders) =>
  unlessRuled(row, loaders, () => loadMaybe(loaders.organisation, row.organisationId));

/** Whose it is to see to it: those who sit there are told. */
export const carriedBy = ({ personId }: Pick<CommitmentRow, "personId">): string | null => personId;

export const personOf = (row: CommitmentRow, loaders: OwnerLoaders) =>
  unlessRuled(row, loaders, () => loadMaybe(loaders.person, row.personId));
