import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { canConvene } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { lockSeries } from "../meeting-series/meeting-series.service.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { meetingAsStored } from "../meeting/meeting-plan.value.ts";
import { lockToEdit, lockToSee, saveAndTell } from "../meeting/meeting.service.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { expectVersion } from "@convene/shared/expected-version";
import { localAt } from "../wall-clock/wall-clock.value.ts";
import { MeetingRole } from "./meeting-role.enum.ts";
import { MeetingTurn } from "./meeting-turn.entity.ts";
import { RotationHolder } from "./rotation-holder.entity.ts";
import { Rotation } from "./rotation.entity.ts";
import type { AssignMeetingTurnInput, SetMeetingRotationInput } from "./rotation.inputs.ts";
import { TurnHolders } from "./turn-holder.service.ts";
import { takeTurns, takeTurnsAnew } from "./turn-taking.service.ts";

const MOST = 100;

export interface RotationParts {
  readonly transactions: Transactions;
  readonly lookup: ReplicaLookup;
}

/** Who hosts and chairs the meetings of a series, by turns, and one of them by choice. */
export class RotationService {
  private readonly holders: TurnHolders;

  constructor(private readonly parts: RotationParts) {
    this.holders = new TurnHolders(parts.lookup);
  }

  async set(viewer: Viewer, input: SetMeetingRotationInput): Promise<MeetingSeries> {
    const { transactions } = this.parts;
    await this.holders.expect((input.order ?? []).slice(0, MOST));
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "setMeetingRotation",
        input,
        first: async () => {
          const series = await lockSeriesToRotate(tx, viewer, input);
          await this.replace(tx, viewer, { series, input });
          const saved = await tx.manager.save(
            Object.assign(series, { version: series.version + 1 }),
          );
          await takeTurnsAnew(tx, saved);
          return saved;
        },
        again: (id) => lockSeries(tx, viewer, id),
      }),
    );
  }

  /** For one meeting, whatever the rotation says; or again as that says. */
  async assign(viewer: Viewer, input: AssignMeetingTurnInput): Promise<Meeting> {
    const { transactions } = this.parts;
    await this.holders.expect(input.holder ? [input.holder] : []);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "assignMeetingTurn",
        input,
        first: async () => {
          const { meeting, series } = await lockToAssign(tx, viewer, input.id);
          expectVersion(meeting, input, meetingAsStored(meeting));
          await this.place(tx, viewer, { meeting, input });
          Object.assign(meeting, { version: meeting.version + 1, revisedAt: new Date() });
          const saved = await saveAndTell(tx, meeting);
          if (series && !input.holder) await takeTurns(tx, series);
          return saved;
        },
        again: (id) => lockToSee(tx, viewer, id),
      }),
    );
  }

  private async replace(
    { manager }: Transaction,
    viewer: Viewer,
    { series, input }: { readonly series: MeetingSeries; readonly input: SetMeetingRotationInput },
  ): Promise<void> {
    const { role, coLeads, every } = input;
    const order = checkedOrder(series, input);
    const { groupId } = series;
    const named = order.map((id, index) => ({ field: `order.${index}`, id, role, groupId }));
    await this.holders.check(manager, viewer, named);
    const seriesId = series.id;
    await manager.delete(Rotation, { seriesId, role });
    await manager.delete(RotationHolder, { seriesId, role });
    if (order.length === 0 && !coLeads) return;
    const since = localAt(new Date(), series.timeZone);
    await manager.insert(Rotation, {
      ...{ id: newId("rot"), seriesId, role, every, coLeads, since },
      ...{ taken: 0, lastId: null },
    });
    await manager.insert(
      RotationHolder,
      order.map((holderId, position) => ({ id: newId("rth"), seriesId, role, position, holderId })),
    );
  }

  private async place(
    { manager }: Transaction,
    viewer: Viewer,
    { meeting, input }: { readonly meeting: Meeting; readonly input: AssignMeetingTurnInput },
  ): Promise<void> {
    const { role, holder } = input;
    const { groupId, id: meetingId } = meeting;
    if (holder) {
      const named = { field: "holder", id: holder, role, groupId };
      await this.holders.check(manager, viewer, [named]);
    }
    await manager.delete(MeetingTurn, { meetingId, role });
    if (!holder) return;
    const turn = { id: newId("trn"), meetingId, role, holderId: holder, isByHand: true };
    await manager.insert(MeetingTurn, turn);
  }
}

/** @throws BAD_USER_INPUT */
function checkedOrder({ groupId }: MeetingSeries, input: SetMeetingRotationInput): string[] {
  const { order, coLeads, every, role } = input;
  if (every < 1 || every > MOST) throw invalid("every", `every is 1 to ${MOST}, not ${every}`);
  if (order && order.length > MOST) throw invalid("order", `At most ${MOST} take turns`);
  if (!coLeads) return order ?? [];
  if (order && order.length > 0) throw invalid("coLeads", "Give one of order and coLeads");
  if (role === MeetingRole.HOST) throw invalid("coLeads", "Co-leads chair; hosts are named");
  if (groupId === null) throw invalid("coLeads", "A network has no co-leads: name who chairs");
  return [];
}

/** @throws NOT_FOUND, FORBIDDEN; CONFLICT when it has changed, or was called off */
async function lockSeriesToRotate(
  tx: Transaction,
  viewer: Viewer,
  input: SetMeetingRotationInput,
): Promise<MeetingSeries> {
  const series = await lockSeries(tx, viewer, input.id);
  if (!canConvene(viewer, series)) {
    throw forbidden("Co-leads of the group and the network's secretariat say who hosts and chairs");
  }
  expectVersion(series, input, { type: "MeetingSeries", stored: { title: series.title } });
  if (series.cancelledAt) throw conflict(`Series ${series.id} is cancelled`);
  return series;
}

/** The series first, as whoever changes it goes on to its meetings. */
async function lockToAssign(tx: Transaction, viewer: Viewer, id: string) {
  const known = await tx.manager.findOneBy(Meeting, { id });
  const seriesId = known?.seriesId ?? null;
  const series = seriesId === null ? null : await tx.lock(MeetingSeries, seriesId);
  return { meeting: await lockToEdit(tx, viewer, id), series };
}
