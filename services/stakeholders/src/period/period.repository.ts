import sql, { raw, type Sql } from "sql-template-tag";

/**
 * Whether what stands at an alias holds on a date: from its start on, and on the day of its end no
 * longer. An open start or end is without bound. The alias is ours, never a user's.
 */
export const holdsOn = (alias: string, date: string): Sql =>
  sql`((${raw(alias)}.start_date IS NULL OR ${raw(alias)}.start_date <= ${date}::date)
    AND (${raw(alias)}.end_date IS NULL OR ${raw(alias)}.end_date > ${date}::date))`;
