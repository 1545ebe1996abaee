import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { Workplan } from "./workplan.entity.ts";

/** By SQL: activities know their workplan, which does not know them. */
export async function leavesOutActivity(
  manager: EntityManager,
  { id, startDate, endDate }: Workplan,
): Promise<boolean> {
  const { text, values } = sql`SELECT EXISTS (SELECT FROM activity WHERE workplan_id = ${id}
    AND (start_date < ${startDate}::date OR due_date > ${endDate}::date)) AS out`;
  const [row] = await manager.query<{ out: boolean }[]>(text, values);
  return row?.out ?? false;
}
