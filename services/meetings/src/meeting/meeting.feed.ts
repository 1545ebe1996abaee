import { type EntityManager, In } from "typeorm";
import { Meeting } from "./meeting.entity.ts";

/** What hangs on a meeting: who was there, who said whether they come, and what is to be done. */
interface Children {
  readonly attended: readonly string[];
  readonly replied: readonly string[];
  /** Until when; null where no day was named. */
  readonly openActions: readonly (string | null)[];
}

const NOTHING: Children = { attended: [], replied: [], openActions: [] };

/** What the change feed tells of a meeting, with what hangs on it. */
export const meetingFeed = {
  type: "Meeting",
  load: async (manager: EntityManager, ids: readonly string[]) => {
    const all = await manager.findBy(Meeting, { id: In([...ids]) });
    const children = await childrenOf(manager, ids);
    return new Map(
      all.map((meeting) => [meeting.id, payloadOf(meeting, children.get(meeting.id) ?? NOTHING)]),
    );
  },
};

const payloadOf = (meeting: Meeting, { attended, replied, openActions }: Children) => ({
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
  replied: meeting.chathamHouse ? [] : replied,
  openActions,
});

/** By SQL: these are children of the meeting, which does not know its children. */
async function childrenOf(manager: EntityManager, ids: readonly string[]) {
  const rows = await manager.query<(Children & { id: string })[]>(
    `SELECT m.id, a.attended, a.replied, t.open_actions AS "openActions"
     FROM unnest($1::text[]) AS m (id)
     CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(DISTINCT organisation_id ORDER BY organisation_id)
           FILTER (WHERE status = 'ATTENDED'), '{}') AS attended,
         coalesce(array_agg(DISTINCT organisation_id ORDER BY organisation_id)
           FILTER (WHERE status <> 'INVITED'), '{}') AS replied
       FROM attendance WHERE meeting_id = m.id) AS a
     CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_agg(due_on ORDER BY id), '[]') AS open_actions
       FROM action WHERE meeting_id = m.id AND state IN ('OPEN', 'IN_PROGRESS')) AS t`,
    [[...ids]],
  );
  return new Map(rows.map(({ id, ...children }) => [id, children]));
}
