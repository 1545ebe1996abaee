import { whereSql } from "@convene/shared/connection/list";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import { visibleTo } from "@convene/shared/visible-sql";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Asking } from "../asking/asking.value.ts";
import type { Present } from "../representation/missing-party.value.ts";
import { TieKind } from "../tie/tie.enum.ts";
import { all, holdingSql } from "../tie/tie.repository.ts";
import type { CharterNeed } from "../working-group/working-group.replica.ts";

export interface JudgedGroup {
  readonly id: string;
  readonly state: string;
  readonly needs: readonly CharterNeed[];
  readonly overdue: number;
  readonly open: number;
  readonly openActions: number;
  readonly overdueActions: number;
  readonly lastMetAt: Date | null;
  readonly meetsNextAt: Date | null;
}

export interface SeatedParty extends Present {
  readonly group: string;
  readonly leads: boolean;
}

export interface Attended {
  readonly group: string;
  /** Of the meetings whose attendance was recorded: how many came, of how many who sat there. */
  readonly came: number;
  readonly sat: number;
  /** Of the meetings to which anybody has replied. */
  readonly replied: number;
  readonly asked: number;
}

/** Which groups are judged, beside that the viewer may see how they fare. */
export type Which =
  | { readonly ids: readonly string[] }
  | { readonly network: string | null; readonly states: readonly string[] };

/** One statement for each question, for however many groups. */
export class GroupHealthRepository {
  constructor(private readonly manager: EntityManager) {}

  groups(which: Which, { viewer, day }: Asking): Promise<JudgedGroup[]> {
    const { text, values } = sql`SELECT t.id, t.state, t.needs,
        coalesce(m.overdue, 0) AS overdue, coalesce(m.open, 0) AS open,
        actions.open AS "openActions", actions.overdue AS "overdueActions",
        met.last AS "lastMetAt", met.next AS "meetsNextAt"
      FROM working_group_document AS t
      LEFT JOIN LATERAL (SELECT count(*)::integer AS open,
          count(*) FILTER (WHERE due_date < ${day}::date)::integer AS overdue
        FROM milestone_document WHERE group_id = t.id AND status = 'OPEN') AS m ON TRUE
      LEFT JOIN LATERAL (SELECT max(starts_at) FILTER (WHERE starts_at <= now()) AS last,
          min(starts_at) FILTER (WHERE starts_at > now()) AS next
        FROM meeting_document WHERE coalesce(group_id, network_id) = t.id
          AND status = 'SCHEDULED' AND audience <> 'TAKEN_DOWN') AS met ON TRUE
      CROSS JOIN LATERAL (SELECT count(*)::integer AS open,
          count(*) FILTER (WHERE due < ${day}::date)::integer AS overdue
        FROM meeting_document AS agreed CROSS JOIN unnest(agreed.open_actions) AS due
        WHERE coalesce(agreed.group_id, agreed.network_id) = t.id
          AND agreed.audience <> 'TAKEN_DOWN') AS actions
      ${whereSql([judgedBy(viewer), whichSql(which)])}`;
    return this.manager.query(text, values);
  }

  /** The visible organisations that sit in each group on the day. */
  seated(groups: readonly string[], asking: Asking): Promise<SeatedParty[]> {
    const { text, values } = sql`SELECT tie.target_id AS "group", t.category, t.countries,
        bool_or(tie.label = 'CO_LEAD') AS leads
      FROM tie JOIN organisation_document AS t ON t.id = tie.source_id
      ${whereSql([
        sql`tie.kind = ${TieKind.SEAT} AND tie.target_id = ANY(${[...groups]}::text[])`,
        holdingSql("tie", asking),
        visibleTo(asking.viewer),
      ])}
      GROUP BY tie.target_id, t.id`;
    return this.manager.query(text, values);
  }

  /** Of those who sat there when each group met in the last year, how many replied, and came. */
  attendance(groups: readonly string[], { viewer, day }: Asking): Promise<Attended[]> {
    const { text, values } = sql`SELECT meeting.group_id AS "group",
        count(DISTINCT (meeting.id, t.id))
          FILTER (WHERE cardinality(meeting.attended) > 0)::integer AS sat,
        count(DISTINCT (meeting.id, t.id))
          FILTER (WHERE t.id = ANY(meeting.attended))::integer AS came,
        count(DISTINCT (meeting.id, t.id))
          FILTER (WHERE cardinality(meeting.replied) > 0)::integer AS asked,
        count(DISTINCT (meeting.id, t.id))
          FILTER (WHERE t.id = ANY(meeting.replied))::integer AS replied
      FROM meeting_document AS meeting
      JOIN tie ON tie.target_id = meeting.group_id AND tie.kind = ${TieKind.SEAT}
        AND tie.label IN ('CO_LEAD', 'MEMBER') AND tie.start_date <= meeting.starts_at::date
        AND (tie.end_date IS NULL OR tie.end_date > meeting.starts_at::date)
      JOIN organisation_document AS t ON t.id = tie.source_id
      ${whereSql([
        sql`coalesce(meeting.group_id, meeting.network_id) = ANY(${[...groups]}::text[])`,
        sql`meeting.status = 'SCHEDULED' AND meeting.audience <> 'TAKEN_DOWN'`,
        sql`meeting.starts_at <= now()
          AND meeting.starts_at >= ${day}::date - interval '12 months'`,
        sql`(cardinality(meeting.attended) > 0 OR cardinality(meeting.replied) > 0)`,
        visibleTo(viewer),
      ])}
      GROUP BY meeting.group_id`;
    return this.manager.query(text, values);
  }
}

function whichSql(which: Which): Sql {
  if ("ids" in which) return sql`t.id = ANY(${[...which.ids]}::text[])`;
  const states = sql`t.state = ANY(${[...which.states]}::text[])`;
  return which.network === null ? states : all([states, sql`t.network_id = ${which.network}`]);
}

/** The rule of `canSeeHealth`, of groups `t` that are not taken down. Empty for administrators. */
function judgedBy(viewer: Viewer | null): Sql {
  if (isAdmin(viewer)) return empty;
  const seated = viewer?.groups.map(({ id }) => id) ?? [];
  const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
  return sql`(t.audience <> 'TAKEN_DOWN' AND (t.id = ANY(${seated}::text[])
    OR t.network_id = ANY(${governed.map(({ id }) => id)}::text[])))`;
}
