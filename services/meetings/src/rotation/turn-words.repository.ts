import { canSee } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import { MEETING_ROLES, MeetingRole } from "./meeting-role.enum.ts";
import { MeetingTurn } from "./meeting-turn.entity.ts";

const WORDS = { [MeetingRole.HOST]: "Host", [MeetingRole.CHAIR]: "Chair" } as const;

/**
 * Which organisations host and chair, for a calendar, by the meeting's id: those that its reader may
 * see, and none of a meeting under the Chatham House Rule. No person is named.
 */
export async function turnWords(
  manager: EntityManager,
  viewer: Viewer | null,
  meetings: readonly Pick<Meeting, "id" | "chathamHouse">[],
): Promise<ReadonlyMap<string, string>> {
  const told = meetings.filter(({ chathamHouse }) => !chathamHouse).map(({ id }) => id);
  const turns = await manager.findBy(MeetingTurn, { meetingId: In(told) });
  if (turns.length === 0) return new Map();
  const held = turns.map(({ holderId }) => holderId);
  const seats = await manager.findBy(SeatReplica, { id: In(held) });
  const seated = new Map(seats.map(({ id, organisationId }) => [id, organisationId]));
  const organisations = await manager.findBy(OrganisationReplica, {
    id: In([...held, ...seated.values()]),
  });
  const names = new Map(
    organisations.filter((one) => canSee(viewer, one)).map(({ id, name }) => [id, name]),
  );
  const lines = new Map<string, string[]>();
  for (const role of MEETING_ROLES) {
    for (const { meetingId, holderId, ...turn } of turns) {
      const name = names.get(seated.get(holderId) ?? holderId);
      if (turn.role !== role || name === undefined) continue;
      lines.set(meetingId, [...(lines.get(meetingId) ?? []), `${WORDS[role]}: ${name}`]);
    }
  }
  return new Map([...lines].map(([id, all]) => [id, all.join("\n")]));
}
