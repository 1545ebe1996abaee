import { setTimeout } from "node:timers/promises";
import type { Answer } from "../ask.ts";

/** One request, as an attacker would put it. */
export interface Attack {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly milliseconds: number;
}

export interface GraphReply extends Reply {
  readonly data: Answer["data"];
  readonly errors: NonNullable<Answer["errors"]>;
  readonly cost: number | undefined;
}

/** Beyond it something hangs, in milliseconds: then the test that sent it fails. */
const PATIENCE = 30_000;

/** Whatever a client can send, with what it was answered, as it came. */
export async function send(url: string, init: RequestInit = {}): Promise<Reply> {
  const began = performance.now();
  const signal = AbortSignal.timeout(PATIENCE);
  const put = () => fetch(url, { redirect: "manual", signal, ...init });
  // A connection that was kept may be ended from there in the moment in which it is used again.
  const response = await put().catch((error: unknown) => {
    if (isReset(error)) return put();
    throw error;
  });
  const text = await response.text();
  const milliseconds = performance.now() - began;
  return { status: response.status, headers: response.headers, text, milliseconds };
}

const isReset = (error: unknown): boolean =>
  error instanceof TypeError &&
  (error.cause as { readonly code?: string } | undefined)?.code === "ECONNRESET";

/** What the service of networks says to every question while it computes as many as it can. */
const BUSY = "networks are being computed at the moment";

/** For how long it may be busy at the most: on a machine that has much else to do. Milliseconds. */
const MOST_BUSY = 180_000;

/**
 * By POST and JSON to the graph at an address. Asked again as long as nobody computes it, ever more
 * seldom, as its error says: that says nothing of what was asked for.
 */
export async function attack(url: string, asked: Attack): Promise<GraphReply> {
  const until = Date.now() + MOST_BUSY;
  for (let pause = 100; ; pause = Math.min(2 * pause, 1_600)) {
    const reply = await attackOnce(url, asked);
    if (!reply.text.includes(BUSY) || Date.now() > until) return reply;
    await setTimeout(pause);
  }
}

async function attackOnce(url: string, asked: Attack): Promise<GraphReply> {
  const { token, headers = {}, ...body } = asked;
  const reply = await send(`${url}/graphql`, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { ...reply, ...readReply(reply.text) };
}

function readReply(text: string): Pick<GraphReply, "data" | "errors" | "cost"> {
  try {
    const { data = null, errors = [], extensions } = JSON.parse(text);
    return { data, errors, cost: extensions?.cost };
  } catch {
    return { data: null, errors: [], cost: undefined };
  }
}

/** So many at once, in the order of the list as far as that goes. */
export async function inLanes<T>(
  work: readonly T[],
  lanes: number,
  each: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = work.values();
  const lane = async () => {
    for (const one of waiting) await each(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
