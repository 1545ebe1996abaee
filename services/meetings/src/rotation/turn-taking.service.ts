import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { type EntityManager, In } from "typeorm";
import { inviteLater } from "../invitation-due/invitation-due.repository.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import { MEETING_ROLES, type MeetingRole } from "./meeting-role.enum.ts";
import { MeetingTurn } from "./meeting-turn.entity.ts";
import { RotationHolder } from "./rotation-holder.entity.ts";
import { Rotation } from "./rotation.entity.ts";
import { type LeadsOn, type Placed, type Rota, turnsOf } from "./turn-order.value.ts";

type Series = Pick<MeetingSeries, "id" | "groupId">;

/** To be called when the meetings of a series have changed, or one of them; its row is held. */
export async function takeTurns(tx: Transaction, series: Series): Promise<void> {
  const isTurning = await tx.manager.existsBy(Rotation, { seriesId: series.id });
  if (isTurning) await takeTurnsAnew(tx, series);
}

/** Brings who hosts and chairs to what the rotations say; what has begun, and what was chosen by hand, stays. */
export async function takeTurnsAnew(tx: Transaction, series: Series): Promise<void> {
  const now = new Date();
  const { manager } = tx;
  const meetings = await manager.findBy(Meeting, { seriesId: series.id });
  const wanted = await wantedTurns(manager, series, meetings);
  const toCome = meetings.filter(({ startsAt }) => startsAt > now).map(({ id }) => id);
  const known = await manager.findBy(MeetingTurn, { meetingId: In(toCome) });
  const changed = new Set<string>();
  for (const role of MEETING_ROLES) {
    const standing = new Map(
      known.filter((turn) => turn.role === role).map((turn) => [turn.meetingId, turn]),
    );
    for (const id of toCome) {
      const turn = standing.get(id) ?? null;
      const holder = wanted(role).get(id) ?? null;
      if (turn?.isByHand === true || (turn?.holderId ?? null) === holder) continue;
      await give(manager, turn ?? newTurn(id, role), holder);
      changed.add(id);
    }
  }
  const ids = [...changed].sort();
  // Calendars show it.
  await manager.update(Meeting, { id: In(ids) }, { revisedAt: now });
  await inviteLater(tx, ids);
}

const newTurn = (meetingId: string, role: MeetingRole): MeetingTurn =>
  Object.assign(new MeetingTurn(), { id: newId("trn"), meetingId, role, isByHand: false });

const give = (manager: EntityManager, turn: MeetingTurn, holderId: string | null) =>
  holderId === null
    ? manager.delete(MeetingTurn, { id: turn.id })
    : manager.save(Object.assign(turn, { holderId }));

async function wantedTurns(manager: EntityManager, series: Series, meetings: readonly Meeting[]) {
  const rotas = await rotasOf(manager, series.id);
  const leadsOn = await leadsOf(manager, series.groupId);
  const placed = placesOf(meetings);
  const turns = new Map(
    [...rotas].map(([role, rota]) => [role, turnsOf(rota, placed, leadsOn).turns]),
  );
  return (role: MeetingRole): ReadonlyMap<string, string> => turns.get(role) ?? new Map();
}

/** In the order of their places. */
const placesOf = (meetings: readonly Meeting[]): Placed[] =>
  meetings
    .map(({ id, recurrenceStart, chosenStart, status }) => ({
      id,
      place: recurrenceStart ?? chosenStart,
      takesPlace: status === MeetingStatus.SCHEDULED,
    }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));

async function rotasOf(
  manager: EntityManager,
  seriesId: string,
): Promise<ReadonlyMap<MeetingRole, Rota>> {
  const rotations = await manager.findBy(Rotation, { seriesId });
  const order = { position: "ASC" } as const;
  const holders = await manager.find(RotationHolder, { where: { seriesId }, order });
  const of = (role: MeetingRole) =>
    holders.filter((one) => one.role === role).map(({ holderId }) => holderId);
  return new Map(
    rotations.map(({ role, every, coLeads, since, taken, lastId }) => [
      role,
      { holders: of(role), every, coLeads, since, taken, lastId },
    ]),
  );
}

async function leadsOf(manager: EntityManager, groupId: string | null): Promise<LeadsOn> {
  const order = { id: "ASC" } as const;
  const seats =
    groupId === null
      ? []
      : await manager.find(SeatReplica, { where: { groupId, role: "CO_LEAD" }, order });
  return (day) =>
    seats
      .filter(({ startDate, endDate }) => startDate <= day && (endDate === null || endDate > day))
      .map(({ id }) => id);
}

/** What goes on in a series that is split off: each rotation, with how far it has come. */
export interface GoingOn {
  readonly rotations: readonly Rotation[];
  readonly holders: readonly RotationHolder[];
}

/** To be asked before its meetings change: a meeting behind `start` goes on with the other series. */
export async function turnsBefore(
  manager: EntityManager,
  series: Series,
  { meetings, start }: { readonly meetings: readonly Meeting[]; readonly start: string },
): Promise<GoingOn> {
  const rotations = await manager.findBy(Rotation, { seriesId: series.id });
  if (rotations.length === 0) return { rotations, holders: [] };
  const rotas = await rotasOf(manager, series.id);
  const leadsOn = await leadsOf(manager, series.groupId);
  const before = placesOf(meetings).filter(({ place }) => place < start);
  const goOn = rotations.map((one) => {
    const rota = rotas.get(one.role);
    return Object.assign(new Rotation(), one, rota && turnsOf(rota, before, leadsOn).standing);
  });
  return {
    rotations: goOn,
    holders: await manager.findBy(RotationHolder, { seriesId: series.id }),
  };
}

/** The series, which was split off, has its own from now on. */
export async function goOnTurning(
  manager: EntityManager,
  seriesId: string,
  { rotations, holders }: GoingOn,
): Promise<void> {
  await manager.insert(
    Rotation,
    rotations.map(({ role, every, coLeads, since, taken, lastId }) => ({
      ...{ id: newId("rot"), seriesId, role, every, coLeads },
      ...{ since, taken, lastId },
    })),
  );
  await manager.insert(
    RotationHolder,
    holders.map(({ role, position, holderId }) => ({
      ...{ id: newId("rth"), seriesId, role, position, holderId },
    })),
  );
}
