/* What the hand-written statements have in common. They answer an anonymous viewer. */

/** Of a row that only everybody's audience opens to nobody in particular. */
export const shown = (alias: string): string => `${alias}.audience = 'PUBLIC'`;

const TODAY = "(now() AT TIME ZONE 'UTC')::date";

export const heldToday = (alias: string): string =>
  `(${alias}.start_date IS NULL OR ${alias}.start_date <= ${TODAY})
   AND (${alias}.end_date IS NULL OR ${alias}.end_date > ${TODAY})`;

export const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The organisation at a column, as the services that keep no record of it see it. */
export const organisationShown = (column: string): string =>
  `EXISTS (SELECT FROM stakeholders.organisation AS o WHERE o.id = ${column} AND ${shown("o")})`;

/** Titles of the newest practices of an organisation. */
export const practicesOf = (organisation: string, first: number): string => `
  (SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('title', p.title)
      ORDER BY p.id DESC), '[]'))
   FROM (SELECT p.id, p.title FROM practices.practice_organisation AS po
     JOIN practices.practice AS p ON p.id = po.practice_id AND ${shown("p")}
     WHERE po.organisation_id = ${organisation} ORDER BY p.id DESC LIMIT ${first}) AS p)`;
