import { Audience } from "@convene/shared/audience";
import { publish } from "@convene/shared/outbox/outbox";
import type { Replica } from "@convene/shared/replica/replica";
import { type EntityManager, In } from "typeorm";
import { protectionWithin } from "../convener/convener.policy.ts";
import {
  type Convener,
  groupAsConvener,
  holdConvener,
  networkAsConvener,
} from "../convener/convener.service.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { meetingSeriesFeed } from "../meeting-series/meeting-series.feed.ts";
import { pollFeed } from "../poll/poll.feed.ts";
import { NetworkReplica, networkReplica } from "../network/network.replica.ts";
import {
  WorkingGroupReplica,
  workingGroupReplica,
} from "../working-group/working-group.replica.ts";

/*
 * Who may see a meeting follows from its group or network. It stands in the meeting's own columns,
 * so that lists can use it, and so that the change feed can tell it; whenever a group or network
 * changes, its meetings are brought up to date in the same transaction, and told.
 */

/** Under this name this service tells its changes. */
const SERVICE = "meetings";

interface Kind {
  /** Which rows of `t` the convener `p.id` convenes. */
  readonly convenes: string;
  /** The conveners of all rows. */
  readonly all: string;
  /** What stands in the column `network_id`. */
  readonly networkOf: (id: string, convener: Convener | null) => string | null;
  readonly find: (
    manager: EntityManager,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Convener>>;
}

const groups: Kind = {
  convenes: "t.group_id = p.id",
  all: allBy("group_id", "group_id IS NOT NULL"),
  networkOf: (_, group) => group?.networkId ?? null,
  find: async (manager, ids) => {
    const found = await manager.findBy(WorkingGroupReplica, { id: In([...ids]) });
    return new Map(found.map((group) => [group.id, groupAsConvener(group)]));
  },
};

const networks: Kind = {
  convenes: "t.group_id IS NULL AND t.network_id = p.id",
  all: allBy("network_id", "group_id IS NULL"),
  networkOf: (id) => id,
  find: async (manager, ids) => {
    const found = await manager.findBy(NetworkReplica, { id: In([...ids]) });
    return new Map(found.map((network) => [network.id, networkAsConvener(network)]));
  },
};

/** The replica of the groups, which goes on to their series and meetings. */
export const convenerGroups = goingOn(workingGroupReplica, groups);
/** The replica of the networks, which goes on to their own series and meetings. */
export const convenerNetworks = goingOn(networkReplica, networks);

function goingOn<P>(replica: Replica<P>, kind: Kind): Replica<P> {
  const protect = (manager: EntityManager, changes: readonly { id: string }[]) =>
    protectAgain(
      manager,
      kind,
      changes.map(({ id }) => id),
    );
  return {
    ...replica,
    apply: async (manager, changes) => {
      await replica.apply(manager, changes);
      await protect(manager, changes);
    },
    remove: async (manager, tombstones) => {
      await replica.remove(manager, tombstones);
      await protect(manager, tombstones);
    },
    // What is not told again must not stay visible.
    clear: async (manager) => {
      await replica.clear(manager);
      await protect(manager, await manager.query<{ id: string }[]>(kind.all));
    },
  };
}

async function protectAgain(manager: EntityManager, kind: Kind, ids: readonly string[]) {
  if (ids.length === 0) return;
  const found = await kind.find(manager, ids);
  const rows = JSON.stringify(ids.flatMap((id) => rowsOf(kind, id, found.get(id) ?? null)));
  const series = await changed(manager.query(updateOf("meeting_series", kind), [rows]));
  await publish(manager, SERVICE, { ...meetingSeriesFeed, ids: series });
  const polls = await changed(manager.query(updateOf("poll", kind), [rows]));
  await publish(manager, SERVICE, { ...pollFeed, ids: polls });
  const meetings = await changed(manager.query(updateOf("meeting", kind), [rows]));
  await publish(manager, SERVICE, { ...meetingFeed, ids: meetings });
}

const CONVENER = 'SELECT group_id AS "groupId", network_id AS "networkId"';
const CONVENER_OF = {
  meeting: `${CONVENER} FROM meeting WHERE id = $1`,
  meeting_series: `${CONVENER} FROM meeting_series WHERE id = $1`,
  poll: `${CONVENER} FROM poll WHERE id = $1`,
} as const;

interface ConvenedBy {
  readonly groupId: string | null;
  readonly networkId: string | null;
}

/**
 * Changes the audience that was chosen for one meeting, poll or series, and what follows for its columns;
 * of a series, for those of its meetings as well. What was changed is told. The convener is held
 * before: otherwise two changes at once, of the meeting and of its group, would each decide by the
 * other's old state.
 */
export async function protectAfter(
  manager: EntityManager,
  { table, id }: { readonly table: keyof typeof CONVENER_OF; readonly id: string },
  change: () => Promise<boolean>,
): Promise<boolean> {
  const [row] = await manager.query<ConvenedBy[]>(CONVENER_OF[table], [id]);
  if (!row) return false;
  await holdConvener(manager, row);
  if (!(await change())) return false;
  const { groupId, networkId } = row;
  await protectAgain(manager, groupId === null ? networks : groups, [groupId ?? networkId ?? ""]);
  return true;
}

/** What follows for each audience that may have been chosen. */
const rowsOf = (kind: Kind, id: string, convener: Convener | null) =>
  Object.values(Audience).map((chosen) => {
    const { convenerAudience, ...protection } = protectionWithin(
      convener?.protection ?? null,
      chosen,
    );
    return {
      id,
      chosen,
      ...protection,
      convener_audience: convenerAudience,
      network_id: kind.networkOf(id, convener),
    };
  });

function allBy(column: string, where: string): string {
  const of = (table: string) => `SELECT ${column} AS id FROM ${table} WHERE ${where}`;
  return `${of("meeting_series")} UNION ${of("meeting")} UNION ${of("poll")}`;
}

const COLUMNS = ["audience", "organisations", "networks", "convener_audience", "network_id"];
const columnsOf = (alias: string) => COLUMNS.map((column) => `${alias}.${column}`).join(", ");

/** With a series its meetings are taken down, and they are as they were when it is restored. */
const CHOSEN = {
  meeting_series: "t.chosen_audience",
  poll: "t.chosen_audience",
  meeting: `CASE WHEN EXISTS (SELECT 1 FROM meeting_series AS s WHERE s.id = t.series_id
    AND s.chosen_audience = 'TAKEN_DOWN') THEN 'TAKEN_DOWN' ELSE t.chosen_audience END`,
} as const;

/** Changes the rows that are now protected otherwise, and answers their ids. */
const updateOf = (table: keyof typeof CHOSEN, { convenes }: Kind): string => `
  WITH p AS (
    SELECT * FROM jsonb_to_recordset($1) AS p (id text, chosen text, audience text,
      organisations text[], networks text[], convener_audience text, network_id text)
  )
  UPDATE ${table} AS t SET ${COLUMNS.map((column) => `${column} = p.${column}`).join(", ")}
  FROM p WHERE ${convenes} AND ${CHOSEN[table]} = p.chosen
    AND (${columnsOf("t")}) IS DISTINCT FROM (${columnsOf("p")})
  RETURNING t.id`;

/** TypeORM answers an UPDATE with its rows and their number. */
async function changed(updated: Promise<[{ id: string }[], number]>): Promise<string[]> {
  const [rows] = await updated;
  return rows.map(({ id }) => id);
}
