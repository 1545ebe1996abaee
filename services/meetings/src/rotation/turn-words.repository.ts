import { canSee } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import { MEETING_ROLES, MeetingRole } from "./meeting-role.enum.ts";
import { MeetingTurn } from "./meeting-turn.entity.ts";

const WORDS = { [MeetingRole.HOST]: "Host", [MeetingRole.CHAIR]: "Chair" } as const;

/** Who hosts and chairs some meetings, whoever asks. */
export interface Turns {
  readonly turns: readonly MeetingTurn[];
  /** By the id of whose turn it is: an organisation, or a seat. */
  readonly organisations: ReadonlyMap<string, OrganisationReplica>;
}

/** None of a meeting under the Chatham House Rule. */
export async function turnsOf(
  manager: EntityManager,
  meetings: readonly Pick<Meeting, "id" | "chathamHouse">[],
): Promise<Turns> {
  const told = meetings.filter(({ chathamHouse }) => !chathamHouse).map(({ id }) => id);
  const turns = await manager.findBy(MeetingTurn, { meetingId: In(told) });
  if (turns.length === 0) return { turns, organisations: new Map() };
  const held = turns.map(({ holderId }) => holderId);
  const seats = await manager.findBy(SeatReplica, { id: In(held) });
  const seated = new Map(seats.map(({ id, organisationId }) => [id, organisationId]));
  const known = await manager.findBy(OrganisationReplica, {
    id: In([...held, ...seated.values()]),
  });
  const byId = new Map(known.map((one) => [one.id, one]));
  return {
    turns,
    organisations: new Map(
      held.flatMap((id) => {
        const organisation = byId.get(seated.get(id) ?? id);
        return organisation ? [[id, organisation] as const] : [];
      }),
    ),
  };
}

/**
 * Which organisations host and chair, for a calendar, by the meeting's id: those that its reader may
 * see. No person is named.
 */
export function turnWordsFor(
  viewer: Viewer | null,
  { turns, organisations }: Turns,
): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  for (const role of MEETING_ROLES) {
    for (const { meetingId, holderId, ...turn } of turns) {
      const organisation = organisations.get(holderId);
      if (turn.role !== role || !organisation || !canSee(viewer, organisation)) continue;
      lines.set(meetingId, [
        ...(lines.get(meetingId) ?? []),
        `${WORDS[role]}: ${organisation.name}`,
      ]);
    }
  }
  return new Map([...lines].map(([id, all]) => [id, all.join("\n")]));
}

export const turnWords = async (
  manager: EntityManager,
  viewer: Viewer | null,
  meetings: readonly Pick<Meeting, "id" | "chathamHouse">[],
): Promise<ReadonlyMap<string, string>> => turnWordsFor(viewer, await turnsOf(manager, meetings));
