import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { Pool } from "undici";
import type { Question } from "../scenario/scenario.ts";

export interface Load {
  /** Where a contender answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Requests under way at the same time, each on a connection of its own. */
  readonly concurrency: number;
  /** How long new requests are sent, in seconds. */
  readonly seconds: number;
  /** What is asked next. */
  readonly next: () => Question;
}

export interface Driven {
  readonly requests: number;
  /** From the first request to the last answer, in seconds. */
  readonly seconds: number;
  /** Microseconds from a request to the last byte of its answer (HdrHistogram). */
  readonly latency: RecordableHistogram;
}

/** A closed loop: whoever has an answer asks the next question. An error ends it. */
export async function drive({ url, concurrency, seconds, next }: Load): Promise<Driven> {
  const pool = new Pool(url, { connections: concurrency, pipelining: 1 });
  const latency = createHistogram();
  const began = performance.now();
  const until = began + seconds * 1000;
  let requests = 0;
  const ask = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const text = await post(pool, next());
      if (text.includes('"errors":[')) throw new Error(`${url} answered ${text.slice(0, 2000)}`);
      latency.record(Math.max(1, Math.round((performance.now() - sent) * 1000)));
      requests += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, ask));
    return { requests, seconds: (performance.now() - began) / 1000, latency };
  } finally {
    await pool.destroy();
  }
}

/** The text of the answer to one question. */
export async function post(pool: Pool, { body, headers }: Question): Promise<string> {
  const response = await pool.request({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  const text = await response.body.text();
  if (response.statusCode !== 200) throw new Error(`Status ${response.statusCode}: ${text}`);
  return text;
}
