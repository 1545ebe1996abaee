import { connect } from "node:net";
import { Client, type ClientConfig } from "pg";
import { z } from "zod";
import { AskingConnection } from "../audit/asking-connection.ts";
import { wantedSignal } from "./wanted.ts";

/** Where a connection's other end is, and what it takes to cancel its statement; pg tells no types. */
const backendSchema = z.object({
  host: z.string(),
  port: z.number(),
  processID: z.number(),
  secretKey: z.number(),
});

/** How long the server may take to hear of it, in milliseconds. */
const PATIENCE = 3_000;

/**
 * A connection whose statements end in PostgreSQL too when nobody waits for them any more, and whose
 * writes PostgreSQL knows the cause of.
 */
export class CancellingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const plain: unknown = Reflect.get(this, "query");
    if (typeof plain !== "function") throw new Error("A client of pg has no query");
    const asking = new AskingConnection(this, (...given) => Reflect.apply(plain, this, given));
    const query = (...given: unknown[]): unknown => {
      const signal = wantedSignal();
      if (signal?.aborted && isReading(given[0])) return Promise.reject(signal.reason as Error);
      const sent = asking.send(given);
      return signal && sent instanceof Promise ? whileAwaited(this, sent, signal) : sent;
    };
    // pg's own has a dozen forms, all of which stay as they are.
    Object.defineProperty(this, "query", { value: query });
  }
}

/** What ends a transaction, for one, must go through for whoever has the connection next. */
const isReading = (statement: unknown): boolean =>
  typeof statement === "string" && /^\s*(select|with)\b/i.test(statement);

async function whileAwaited(
  client: Client,
  sent: Promise<unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  const left: { cancelling?: Promise<void> } = {};
  const leave = () => {
    left.cancelling = cancel(client);
  };
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await sent;
  } finally {
    signal.removeEventListener("abort", leave);
    // Until then the connection is not given on: what is meant for this statement could meet the
    // next. The server closes the other one as soon as it has told; who is idle does not mind.
    await left.cancelling;
  }
}

/** CancelRequest (PostgreSQL's protocol, 54.2.8). Never throws: a statement has its time anyway. */
async function cancel(client: Client): Promise<void> {
  const backend = backendSchema.safeParse(client);
  if (!backend.success) return;
  const { host, port, processID, secretKey } = backend.data;
  const request = Buffer.alloc(16);
  [request.length, CANCEL, processID, secretKey].forEach((number, index) =>
    request.writeInt32BE(number, index * 4),
  );
  const socket = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  await new Promise<void>((resolve) => {
    socket.once("close", () => {
      resolve();
    });
    socket.on("error", () => undefined);
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.resume().write(request);
  });
}

const CANCEL = 80_877_102;
