import { Audience } from "@convene/shared/audience";
import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, notFound } from "@convene/shared/errors";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { canConvene, canSeeConvened, protectionWithin } from "../convener/convener.policy.ts";
import type { ConvenerService } from "../convener/convener.service.ts";
import { visibleConvened } from "../convener/visible-convened.repository.ts";
import { inviteLater } from "../invitation-due/invitation-due.repository.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { nudgeLater } from "../nudge-due/nudge-due.repository.ts";
import { expectVersion } from "@convene/shared/expected-version";
import { changedByHand } from "./changed-by-hand.value.ts";
import { MeetingStatus } from "./meeting-status.enum.ts";
import { Meeting } from "./meeting.entity.ts";
import { meetingFeed } from "./meeting.feed.ts";
import { changesOf, meetingAsStored, planOf } from "./meeting-plan.value.ts";
import { revisionOf, shownOf } from "./meeting-revision.value.ts";
import { SOONEST_FIRST, UPCOMING } from "./meeting-order.repository.ts";
import { OccurrenceField } from "./occurrence-field.enum.ts";
import { whereMeeting } from "./meeting-filter.repository.ts";
import type {
  CancelMeetingInput,
  CreateMeetingInput,
  MeetingFilter,
  UpdateMeetingInput,
} from "./meeting.inputs.ts";

export interface MeetingParts {
  readonly manager: EntityManager;
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
  /** After one of a series was called off: whose turn it was has the next. */
  readonly takeTurns: (tx: Transaction, series: MeetingSeries) => Promise<void>;
}

export class MeetingService {
  constructor(private readonly parts: MeetingParts) {}

  list(
    viewer: Viewer | null,
    filter: MeetingFilter | null,
    args: ConnectionArgs,
  ): Promise<Connection<Meeting>> {
    const where = [visibleConvened(viewer), ...(filter ? whereMeeting(viewer, filter) : [])];
    return list(this.parts.manager, { entity: Meeting, order: SOONEST_FIRST, where }, args);
  }

  upcoming(viewer: Viewer | null, args: ConnectionArgs): Promise<Connection<Meeting>> {
    const where = [visibleConvened(viewer), UPCOMING];
    return list(this.parts.manager, { entity: Meeting, order: SOONEST_FIRST, where }, args);
  }

  async create(viewer: Viewer, input: CreateMeetingInput): Promise<Meeting> {
    const { conveners } = this.parts;
    expectChoosable(null, input.audience);
    const plan = planOf(input);
    await conveners.expect(input);
    return this.once(viewer, { mutation: "createMeeting", input }, async (tx) => {
      const { protection, ...place } = await conveners.holdToConvene(tx, viewer, input);
      const meeting = tx.manager.create(Meeting, {
        ...plan,
        ...place,
        ...protectionWithin(protection, input.audience),
        id: newId("mtg"),
        createdAt: new Date(),
      });
      return saveAndTell(tx, meeting);
    });
  }

  /** Changes one meeting; one of a series leaves the others as they are. */
  update(viewer: Viewer, input: UpdateMeetingInput): Promise<Meeting> {
    return this.once(viewer, { mutation: "updateMeeting", input }, async (tx) => {
      // The convener first, as whoever changes it goes on to its meetings.
      const known = await tx.manager.findOneBy(Meeting, { id: input.id });
      const convener = known && (await this.parts.conveners.hold(tx.manager, known));
      const meeting = await lockToEdit(tx, viewer, input.id);
      expectVersion(meeting, input, meetingAsStored(meeting));
      if (meeting.status === MeetingStatus.CANCELLED) {
        throw conflict(`Meeting ${meeting.id} is cancelled`);
      }
      expectChoosable(meeting.chosenAudience, input.audience);
      const before = shownOf(meeting);
      Object.assign(meeting, changesOf(meeting, input));
      Object.assign(meeting, revisionOf(before, meeting, new Date()));
      meeting.version += 1;
      const series = await seriesOf(tx, meeting);
      if (series) meeting.changedByHand = changedByHand(series, meeting, input);
      const chosen = chosenWithin(series, meeting);
      Object.assign(meeting, protectionWithin(convener?.protection ?? null, chosen));
      return saveAndTell(tx, meeting);
    });
  }

  /** Calls one meeting off; a second time changes nothing. */
  cancel(viewer: Viewer, input: CancelMeetingInput): Promise<Meeting> {
    return this.once(viewer, { mutation: "cancelMeeting", input }, async (tx) => {
      // The series first, as whoever changes it goes on to its meetings.
      const series = await lockSeriesOf(tx, input.id);
      const meeting = await lockToEdit(tx, viewer, input.id);
      if (meeting.status === MeetingStatus.CANCELLED) return meeting;
      expectVersion(meeting, input, meetingAsStored(meeting));
      const before = shownOf(meeting);
      meeting.status = MeetingStatus.CANCELLED;
      meeting.version += 1;
      if (meeting.seriesId !== null) meeting.changedByHand.push(OccurrenceField.STATUS);
      Object.assign(meeting, revisionOf(before, meeting, new Date()));
      const saved = await saveAndTell(tx, meeting);
      if (series) await this.parts.takeTurns(tx, series);
      return saved;
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<Meeting>, "mutation" | "input">,
    work: (tx: Transaction) => Promise<Meeting>,
  ): Promise<Meeting> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: (id) => lockToSee(tx, viewer, id),
      }),
    );
  }
}

/**
 * The meeting, locked, for one who may change it. What hangs on a meeting takes it too.
 *
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function lockToEdit(tx: Transaction, viewer: Viewer, id: string): Promise<Meeting> {
  const meeting = await lockToSee(tx, viewer, id);
  if (!canConvene(viewer, meeting)) {
    throw forbidden("Co-leads of the group and the network's secretariat change its meetings");
  }
  return meeting;
}

/** @throws NOT_FOUND when it is missing, or hidden from the viewer. */
export async function lockToSee(tx: Transaction, viewer: Viewer, id: string): Promise<Meeting> {
  const meeting = await tx.lock(Meeting, id);
  if (!meeting || !canSeeConvened(viewer, meeting)) throw notFound("Meeting", id);
  return meeting;
}

async function lockSeriesOf(tx: Transaction, id: string): Promise<MeetingSeries | null> {
  const known = await tx.manager.findOneBy(Meeting, { id });
  const seriesId = known?.seriesId ?? null;
  return seriesId === null ? null : tx.lock(MeetingSeries, seriesId);
}

async function seriesOf({ manager }: Transaction, { seriesId }: Meeting) {
  return seriesId === null ? null : manager.findOneBy(MeetingSeries, { id: seriesId });
}

/** With its series it is taken down, whatever was chosen. */
const chosenWithin = (series: MeetingSeries | null, { chosenAudience }: Meeting): Audience =>
  series?.chosenAudience === Audience.TAKEN_DOWN ? Audience.TAKEN_DOWN : chosenAudience;

/** The meeting as it is now, in the change feed as well. */
export async function saveAndTell(tx: Transaction, meeting: Meeting): Promise<Meeting> {
  const saved = await tx.manager.save(meeting);
  await tx.publish({ ...meetingFeed, ids: [saved.id] });
  await inviteLater(tx, [saved.id]);
  await nudgeLater(tx, [saved.id]);
  return saved;
}
