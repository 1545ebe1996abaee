import { encodeCursor, type KeyValue } from "@convene/shared/connection/cursor";
import type { Client } from "pg";

/** A thing of the network with the cursor at which a list goes on behind it. */
interface Placed {
  readonly id: string;
  readonly cursor: string;
}

/** What the questions are about: things that everybody may see. */
export interface Sample {
  readonly organisations: readonly Placed[];
  /** That are still to come. */
  readonly meetings: readonly Placed[];
  /** That stand in names of organisations. */
  readonly words: readonly string[];
}

const SHORTEST_WORD = 4;

export async function readSample(client: Client): Promise<Sample> {
  return {
    organisations: await placed(
      client,
      `SELECT id, jsonb_build_array(name_key, id) AS key FROM stakeholders.organisation
       WHERE audience = 'PUBLIC' ORDER BY name_key, id`,
    ),
    meetings: await placed(
      client,
      `SELECT id, jsonb_build_array(starts_at, id) AS key FROM meetings.meeting
       WHERE audience = 'PUBLIC' AND status = 'SCHEDULED' AND ends_at > now() + interval '1 hour'
       ORDER BY starts_at, id`,
    ),
    words: await words(client),
  };
}

async function placed(client: Client, sql: string): Promise<Placed[]> {
  const { rows } = await client.query<{ id: string; key: KeyValue[] }>(sql);
  return rows.map(({ id, key }) => ({ id, cursor: encodeCursor(key) }));
}

async function words(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>(
    `SELECT DISTINCT word FROM discovery.organisation_document,
       regexp_split_to_table(sort_name, '[^[:alnum:]]+') AS word
     WHERE audience = 'PUBLIC' AND length(word) >= $1 ORDER BY word`,
    [SHORTEST_WORD],
  );
  return rows.map(({ word }) => word);
}
