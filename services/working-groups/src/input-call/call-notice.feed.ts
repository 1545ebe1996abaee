import type { NoticePayload } from "@convene/shared/notice/notice";
import type { Publication } from "@convene/shared/outbox/outbox";
import { today } from "@convene/shared/today";
import sql, { raw } from "sql-template-tag";
import { type EntityManager, In } from "typeorm";
import { heldOn } from "../seat/seat.repository.ts";
import { InputCall } from "./input-call.entity.ts";
import { InputCallState } from "./input-call.enum.ts";

/*
 * What those are told by mail who sit in a group that asks for input. Each notice is known by the
 * call, the organisation, and which of the call's tellings it is. It is there for as long as it is
 * true: once the organisation has answered, what waits to be mailed asks nobody any more.
 */
const idOf = (call: string, organisation: string, telling: number): string =>
  `${call}:${organisation}:${telling}`;

interface Waiting {
  readonly call: string;
  readonly organisation: string;
  readonly people: readonly string[];
  readonly group: string;
}

/** Who sits with a voice in the groups that ask, and, unless all are asked for, has not answered. */
async function waitingFor(
  manager: EntityManager,
  calls: readonly string[],
  { all }: { readonly all: boolean },
): Promise<Waiting[]> {
  const unanswered = `AND NOT EXISTS (SELECT FROM call_answer AS a
    WHERE a.call_id = c.id AND a.organisation_id = s.organisation_id)`;
  const { text, values } = sql`SELECT c.id AS call, s.organisation_id AS organisation,
      g.name AS "group",
      array_remove(array_agg(s.delegate_id ORDER BY s.id) || array_agg(s.alternate_id ORDER BY s.id),
        NULL) AS people
    FROM input_call AS c JOIN working_group AS g ON g.id = c.group_id
    JOIN seat AS s ON s.group_id = g.id AND s.role <> 'OBSERVER' AND ${heldOn(today(), "s")}
    WHERE c.id = ANY(${[...calls]}::text[]) ${raw(all ? "" : unanswered)}
    GROUP BY c.id, g.name, s.organisation_id`;
  return manager.query(text, values);
}

/** One telling of a call, to all who have not answered. */
export async function tellingOf(manager: EntityManager, call: InputCall): Promise<Publication> {
  const waiting = await waitingFor(manager, [call.id], { all: false });
  const last = call.told.length - 1;
  return notices(waiting.map(({ organisation }) => idOf(call.id, organisation, last)));
}

/** All that was told of it, of one organisation or of all: what is not true any more is taken back. */
export async function allTold(
  manager: EntityManager,
  { id, told }: InputCall,
  organisation?: string,
): Promise<Publication> {
  const seats = organisation === undefined ? await waitingFor(manager, [id], { all: true }) : [];
  const asked =
    organisation === undefined ? seats.map((seat) => seat.organisation) : [organisation];
  return notices(asked.flatMap((one) => told.map((_, telling) => idOf(id, one, telling))));
}

const notices = (ids: readonly string[]): Publication => ({
  type: "Notice",
  ids,
  load: loadNotices,
});

async function loadNotices(manager: EntityManager, ids: readonly string[]) {
  const parts = ids.map((id) => ({ id, parts: id.split(":") }));
  const callIds = [...new Set(parts.map(({ parts: [call = ""] }) => call))];
  const calls = await manager.findBy(InputCall, { id: In(callIds) });
  const open = new Map(
    calls.filter(({ state }) => state === InputCallState.OPEN).map((call) => [call.id, call]),
  );
  const waiting = await waitingFor(manager, [...open.keys()], { all: false });
  const payloads = parts.flatMap(({ id, parts: [call = "", organisation, telling] }) => {
    const asked = waiting.find((one) => one.call === call && one.organisation === organisation);
    const known = open.get(call);
    return asked && known ? [[id, payloadOf(known, asked, Number(telling))] as const] : [];
  });
  return new Map(payloads);
}

const payloadOf = (
  call: InputCall,
  { people, group }: Waiting,
  telling: number,
): NoticePayload => ({
  people: [...new Set(people)],
  moderators: false,
  except: null,
  item: {
    event: telling === 0 ? "CALL_OPENED" : "CALL_REMINDER",
    ...{ title: call.title, name: group, text: null },
    at: { moment: call.closesAt.toISOString(), timeZone: call.timeZone },
  },
});
