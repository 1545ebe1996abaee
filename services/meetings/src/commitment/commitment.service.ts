import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, notFound } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityTarget, FindOptionsWhere } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { canSeeItem } from "../agenda-item/agenda-item.policy.ts";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes, canWriteMinutes } from "../minute/minutes.policy.ts";
import { openMinutesOf } from "../minute/minutes.repository.ts";
import { lockMeetingToWrite } from "../minute/minutes.service.ts";
import type { NamedOwners } from "./commitment-owner.service.ts";
import { CommitmentChange } from "./commitment-change.entity.ts";
import type { RecordCommitmentInput, UpdateCommitmentInput } from "./commitment.inputs.ts";
import { isOwner } from "./commitment.policy.ts";
import type { CommitmentRow } from "./commitment-row.entity.ts";

/** What tells decisions from actions. */
export interface CommitmentKind<T extends CommitmentRow> {
  readonly entity: EntityTarget<T>;
  readonly type: string;
  readonly prefix: string;
  readonly first: T["state"];
  /** Whom it concerns is to be told later, in the same transaction. */
  readonly changed?: (tx: Transaction, meeting: Meeting) => Promise<void>;
}

export interface CommitmentParts<T extends CommitmentRow> {
  readonly transactions: Transactions;
  readonly owners: NamedOwners;
  readonly kind: CommitmentKind<T>;
}

const LONGEST = { text: 2_000, note: 1_000 };

/** What meetings have agreed, and what becomes of it. Every change takes the meeting's row first. */
export class CommitmentService<T extends CommitmentRow> {
  constructor(private readonly parts: CommitmentParts<T>) {}

  async record(viewer: Viewer, input: RecordCommitmentInput): Promise<T> {
    const { kind, owners } = this.parts;
    const text = requiredText("text", input.text, LONGEST.text);
    await owners.expect(input);
    return this.once(viewer, { mutation: `record${kind.type}`, input }, async (tx) => {
      const meeting = await lockMeetingToWrite(tx, viewer, input.meeting);
      await openMinutesOf(tx, meeting.id);
      const itemId = await itemOf(tx, meeting.id, input.agendaItem ?? null);
      const owner = await owners.check(tx, viewer, { named: input, known: null });
      const values = {
        ...{ id: newId(kind.prefix), meetingId: meeting.id, itemId, text, ...owner },
        ...{ dueOn: input.dueOn ?? null, state: kind.first, recordedAt: new Date() },
      };
      const row = tx.manager.create(kind.entity);
      Object.assign(row, values);
      await tx.manager.save(row);
      await note(tx, viewer, { row, said: null });
      await tx.publish({ ...meetingFeed, ids: [meeting.id] });
      await kind.changed?.(tx, meeting);
      return row;
    });
  }

  async update(viewer: Viewer, input: UpdateCommitmentInput): Promise<T> {
    const { kind, owners } = this.parts;
    await owners.expect(input);
    return this.once(viewer, { mutation: `update${kind.type}`, input }, async (tx) => {
      const row = await this.hold(tx, viewer, input.id);
      const meeting = await tx.manager.findOneByOrFail(Meeting, { id: row.meetingId });
      const isWriter = canReadMinutes(viewer, meeting) && canWriteMinutes(viewer, meeting);
      if (!isWriter && !isOwner(viewer, row)) throw forbidden("Members and owners change it");
      if (!isWriter && changesTerms(input)) {
        throw forbidden("Who is to carry it says how far it is, and members what it is");
      }
      if (changesTerms(input)) await openTerms(tx, row, input);
      const said = optionalText("note", input.note, LONGEST.note);
      Object.assign(
        row,
        termsOf(input),
        await owners.check(tx, viewer, { named: input, known: row }),
      );
      if (said !== null && !input.state) throw invalid("note", "A note comes with a state");
      if (input.state && input.state !== row.state) {
        row.state = input.state;
        await note(tx, viewer, { row, said });
      }
      const saved = await tx.manager.save(row);
      await tx.publish({ ...meetingFeed, ids: [meeting.id] });
      await kind.changed?.(tx, meeting);
      return saved;
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<T>, "mutation" | "input">,
    first: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const again = (tx: Transaction) => (id: string) => this.hold(tx, viewer, id);
    return this.parts.transactions.write((tx) =>
      tx.once<T>({ viewer, ...request, first: () => first(tx), again: again(tx) }),
    );
  }

  /** The row as it is once its meeting is held. @throws NOT_FOUND when it is missing, or hidden. */
  private async hold(tx: Transaction, viewer: Viewer, id: string): Promise<T> {
    const { entity, type } = this.parts.kind;
    const where = { id } as FindOptionsWhere<T>;
    const known = await tx.manager.findOneBy(entity, where);
    const meeting = known && (await tx.lock(Meeting, known.meetingId));
    const row = meeting && (await tx.manager.findOneBy(entity, where));
    const sees = row && (canReadMinutes(viewer, meeting) || isShownToOwner(viewer, row, meeting));
    const itemId = row?.itemId ?? null;
    const item = itemId === null ? null : await tx.manager.findOneBy(AgendaItem, { id: itemId });
    if (!sees || (item && !canSeeItem(viewer, item, meeting))) throw notFound(type, id);
    return row;
  }
}

/** Whoever is to carry it, and may see its meeting. */
const isShownToOwner = (viewer: Viewer, row: CommitmentRow, meeting: Meeting): boolean =>
  isOwner(viewer, row) && canSeeConvened(viewer, meeting);

interface Noted {
  readonly row: CommitmentRow;
  readonly said: string | null;
}

async function note(tx: Transaction, viewer: Viewer, { row, said }: Noted): Promise<void> {
  await tx.manager.insert(CommitmentChange, {
    ...{ id: newId("cmc"), meetingId: row.meetingId, itemId: row.itemId },
    subjectId: row.id,
    ...{ state: row.state, note: said, changedById: viewer.person, changedAt: new Date() },
  });
}

async function itemOf(tx: Transaction, meetingId: string, id: string | null) {
  if (id === null) return null;
  const item = await tx.manager.findOneBy(AgendaItem, { id, meetingId });
  if (!item || item.isTakenDown) throw notFound("AgendaItem", id);
  return id;
}

const changesTerms = ({ text, organisation, person, dueOn }: UpdateCommitmentInput): boolean =>
  [text, organisation, person, dueOn].some((value) => value !== undefined);

/** What was agreed is fixed with the minutes; who carries it until when may change. */
async function openTerms(tx: Transaction, row: CommitmentRow, input: UpdateCommitmentInput) {
  if (input.text !== undefined) await openMinutesOf(tx, row.meetingId);
}

const termsOf = ({ text, dueOn }: UpdateCommitmentInput) => ({
  ...(text !== undefined && text !== null && { text: requiredText("text", text, LONGEST.text) }),
  ...(dueOn !== undefined && { dueOn }),
});
