import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { invalid, notFound } from "@convene/shared/errors";
import { expectVersion } from "@convene/shared/expected-version";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { lockToEdit } from "../meeting/meeting.service.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import { agendaItemFeed } from "./agenda-item.feed.ts";
import type {
  AddAgendaItemInput,
  MoveAgendaItemInput,
  RemoveAgendaItemInput,
  UpdateAgendaItemInput,
} from "./agenda-item.inputs.ts";
import { deleteUnrecorded } from "./agenda-item.repository.ts";
import { BLANK_ITEM, checkPosition, placeAt } from "./agenda-place.service.ts";
import { closeGap, lastPosition, moveTo } from "./agenda-position.repository.ts";
import { checkNamed, checkObjective, expectNamed } from "./agenda-subject.service.ts";

const DAY = 24 * 60;

export interface AgendaItemParts {
  readonly transactions: Transactions;
  readonly lookup: ReplicaLookup;
}

/** Every change takes the meeting's row first: two at once follow each other. */
export class AgendaItemService {
  constructor(private readonly parts: AgendaItemParts) {}

  async add(viewer: Viewer, input: AddAgendaItemInput): Promise<AgendaItem> {
    const values = {
      title: requiredText("title", input.title),
      durationMinutes: checkMinutes(input.durationMinutes),
      purpose: input.purpose ?? null,
      objectiveNumber: checkObjective(input.objective ?? null),
      presenterId: input.presenter ?? null,
      practiceId: input.practice ?? null,
      consultationId: input.consultation ?? null,
    };
    await expectNamed(this.parts.lookup, input);
    return this.once(viewer, { mutation: "addAgendaItem", input }, async (tx) => {
      const { id: meetingId } = await lockToEdit(tx, viewer, input.meeting);
      await checkNamed(tx, viewer, input);
      const position = await placeAt(tx, meetingId, input.position ?? null);
      const item = {
        ...values,
        id: newId("agi"),
        meetingId,
        position,
        ...BLANK_ITEM,
      };
      return saveAndTell(tx, tx.manager.create(AgendaItem, item));
    });
  }

  async update(viewer: Viewer, input: UpdateAgendaItemInput): Promise<AgendaItem> {
    await expectNamed(this.parts.lookup, input);
    return this.once(viewer, { mutation: "updateAgendaItem", input }, async (tx) => {
      const item = await lockItemToEdit(tx, viewer, input.id);
      expectVersion(item, input, { type: "AgendaItem", stored: itemAsStored(item) });
      await checkNamed(tx, viewer, input);
      item.version += 1;
      return saveAndTell(tx, Object.assign(item, changesOf(input)));
    });
  }

  move(viewer: Viewer, input: MoveAgendaItemInput): Promise<AgendaItem> {
    return this.once(viewer, { mutation: "moveAgendaItem", input }, async (tx) => {
      const item = await lockItemToEdit(tx, viewer, input.id);
      const last = await lastPosition(tx.manager, item.meetingId);
      item.position = await moveTo(tx.manager, item, Math.min(checkPosition(input.position), last));
      return item;
    });
  }

  /** Answers the item as it was. */
  remove(viewer: Viewer, { id }: RemoveAgendaItemInput): Promise<AgendaItem> {
    return this.parts.transactions.write(async (tx) => {
      const item = await lockItemToEdit(tx, viewer, id);
      await deleteUnrecorded(tx.manager, id);
      await closeGap(tx.manager, item);
      await tx.publish({ ...agendaItemFeed, ids: [id] });
      return item;
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<AgendaItem>, "mutation" | "input">,
    work: (tx: Transaction) => Promise<AgendaItem>,
  ): Promise<AgendaItem> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: (id) => findItem(tx, viewer, id),
      }),
    );
  }
}

/** @throws NOT_FOUND when it is missing, or its meeting hidden from the viewer. */
export async function findItem(tx: Transaction, viewer: Viewer, id: string): Promise<AgendaItem> {
  const item = await tx.manager.findOneBy(AgendaItem, { id });
  const meeting = item && (await tx.manager.findOneBy(Meeting, { id: item.meetingId }));
  if (!meeting || !canSeeConvened(viewer, meeting)) throw notFound("AgendaItem", id);
  return item;
}

/** The item as it is once its meeting is locked. */
export async function lockItemToEdit(
  tx: Transaction,
  viewer: Viewer,
  id: string,
): Promise<AgendaItem> {
  const { meetingId } = await findItem(tx, viewer, id);
  await lockToEdit(tx, viewer, meetingId);
  const item = await tx.lock(AgendaItem, id);
  if (!item) throw notFound("AgendaItem", id);
  return item;
}

export async function saveAndTell(tx: Transaction, item: AgendaItem): Promise<AgendaItem> {
  const saved = await tx.manager.save(item);
  await tx.publish({ ...agendaItemFeed, ids: [saved.id] });
  return saved;
}

/** By the names of the input. */
const itemAsStored = (item: AgendaItem) => ({
  ...{ title: item.title, durationMinutes: item.durationMinutes, purpose: item.purpose },
  ...{ presenter: item.presenterId, objective: item.objectiveNumber, practice: item.practiceId },
  consultation: item.consultationId,
});

function changesOf(input: UpdateAgendaItemInput): Partial<AgendaItem> {
  const { title, durationMinutes, purpose, presenter, objective, practice, consultation } = input;
  return {
    ...(isGiven(title) && { title: requiredText("title", title) }),
    ...(isGiven(durationMinutes) && { durationMinutes: checkMinutes(durationMinutes) }),
    ...(purpose !== undefined && { purpose }),
    ...(presenter !== undefined && { presenterId: presenter }),
    ...(objective !== undefined && { objectiveNumber: checkObjective(objective) }),
    ...(practice !== undefined && { practiceId: practice }),
    ...(consultation !== undefined && { consultationId: consultation }),
  };
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;

export function checkMinutes(minutes: number, field = "durationMinutes"): number {
  if (minutes >= 1 && minutes <= DAY) return minutes;
  throw invalid(field, `${field} must be from 1 to ${DAY}, not ${minutes}`);
}
