import { type EntityManager, In } from "typeorm";
import { Meeting } from "./meeting.entity.ts";

/** What the change feed tells of a meeting, with the organisations that were there. */
export const meetingFeed = {
  type: "Meeting",
  load: async (manager: EntityManager, ids: readonly string[]) => {
    const all = await manager.findBy(Meeting, { id: In([...ids]) });
    const attended = await attendedOf(manager, ids);
    return new Map(
      all.map((meeting) => [meeting.id, payloadOf(meeting, attended.get(meeting.id) ?? [])]),
    );
  },
};

const payloadOf = (meeting: Meeting, attended: readonly string[]) => ({
  protection: {
    audience: meeting.audience,
    organisations: meeting.organisations,
    networks: meeting.networks,
  },
  title: meeting.title,
  series: meeting.seriesId,
  group: meeting.groupId,
  network: meeting.networkId,
  startsAt: meeting.startsAt.toISOString(),
  endsAt: meeting.endsAt.toISOString(),
  timeZone: meeting.timeZone,
  status: meeting.status,
  // Under the Chatham House Rule nobody learns who was there.
  attended: meeting.chathamHouse ? [] : attended,
});

/** By SQL: attendance is a child of the meeting, which does not know its children. */
async function attendedOf(manager: EntityManager, ids: readonly string[]) {
  const rows = await manager.query<{ id: string; organisations: string[] }[]>(
    `SELECT meeting_id AS id, array_agg(DISTINCT organisation_id) AS organisations
     FROM attendance WHERE meeting_id = ANY($1::text[]) AND status = 'ATTENDED' GROUP BY 1`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, organisations }) => [id, organisations]));
}
