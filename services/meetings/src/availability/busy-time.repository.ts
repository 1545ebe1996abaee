import type { EntityManager } from "typeorm";

/** Takes away the busy times that are over; a plan is never made for them. */
export const forgetPastBusyTimes = (
  db: Pick<EntityManager, "query">,
  now: Date,
): Promise<unknown> => db.query(FORGET_PAST, [Math.floor(now.getTime() / 1_000)]);

/** Each is from and until in seconds of the epoch. */
const FORGET_PAST = `
  UPDATE availability SET busy = (
    SELECT coalesce(jsonb_agg(entry ORDER BY place), '[]')
    FROM jsonb_array_elements(busy) WITH ORDINALITY AS t (entry, place)
    WHERE (entry ->> 1)::bigint > $1::bigint)
  WHERE EXISTS (
    SELECT 1 FROM jsonb_array_elements(busy) AS t (entry)
    WHERE (entry ->> 1)::bigint <= $1::bigint)`;
