import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { OutsideError } from "./outside-error.ts";
import { guardedLookup, internet, type OutsideNet, requireReachable } from "./outside-net.ts";

export interface OutsideOptions {
  readonly maxBytes: number;
  /** For all of it: names, redirects, the body. */
  readonly timeoutMs: number;
  /** Media types, such as `text/calendar`; any other answer is refused. */
  readonly accept: readonly [string, ...string[]];
  /** `http:` as well, which anybody between here and there can read and change. */
  readonly plainHttp?: boolean;
}

export interface Fetched {
  /** Where it was found, redirects followed. */
  readonly url: string;
  readonly mediaType: string;
  readonly body: Buffer;
}

const MOST_REDIRECTS = 3;

/**
 * Reads an address that somebody gave us, without letting them reach with our hand what they cannot
 * reach with theirs: https unless told, public addresses alone (looked at while connecting, and
 * again for each redirect), no user in the URL, and bounds for size, time and kind.
 *
 * @throws OutsideError
 */
export async function fetchOutside(
  url: string,
  options: OutsideOptions,
  net: OutsideNet = internet,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let next = url;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const target = targetOf(next, options, net);
      const answer = await open(target, { options, net, signal });
      const location = redirectOf(answer);
      if (location === null) return await read(answer, target, options);
      answer.destroy();
      next = resolved(location, target);
    }
  } catch (error) {
    throw told(error, signal);
  }
  throw new OutsideError("REDIRECT", `More than ${MOST_REDIRECTS} redirects`);
}

function targetOf(text: string, { plainHttp }: OutsideOptions, net: OutsideNet): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const schemes = plainHttp === true ? ["https:", "http:"] : ["https:"];
  if (!url || !schemes.includes(url.protocol)) {
    throw new OutsideError("URL", `Want an address that begins with ${schemes.join(" or ")}//`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new OutsideError("URL", "Want an address without a user and a password in it");
  }
  requireReachable(url, net);
  return url;
}

interface Opening {
  readonly options: OutsideOptions;
  readonly net: OutsideNet;
  readonly signal: AbortSignal;
}

function open(url: URL, { options, net, signal }: Opening): Promise<IncomingMessage> {
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  const headers = { accept: options.accept.join(", "), "accept-encoding": "identity" };
  return new Promise((resolve, reject) => {
    // No agent: a connection that is kept would not be looked at again.
    const asking = send(
      url,
      { agent: false, lookup: guardedLookup(net), headers, signal },
      resolve,
    );
    asking.on("error", reject).end();
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return statusCode >= 300 && statusCode < 400 ? (headers.location ?? "") : null;
}

function resolved(location: string, from: URL): string {
  if (!URL.canParse(location, from)) throw new OutsideError("REDIRECT", "A redirect to nowhere");
  return new URL(location, from).href;
}

async function read(answer: IncomingMessage, url: URL, options: OutsideOptions): Promise<Fetched> {
  const mediaType = requireSound(answer, options);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > options.maxBytes) throw tooLarge(options);
    chunks.push(chunk);
  }
  return { url: url.href, mediaType, body: Buffer.concat(chunks) };
}

/** @returns its media type */
function requireSound(answer: IncomingMessage, options: OutsideOptions): string {
  const { statusCode = 0, headers } = answer;
  const problem = (error: OutsideError): never => {
    answer.destroy();
    throw error;
  };
  if (statusCode !== 200) problem(new OutsideError("STATUS", `Answered ${statusCode}`));
  const mediaType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!options.accept.includes(mediaType)) {
    problem(new OutsideError("TYPE", `Want ${options.accept.join(" or ")}, not "${mediaType}"`));
  }
  // Nobody asked for it, and what is small here may be large once it is unpacked.
  if ((headers["content-encoding"] ?? "identity") !== "identity") {
    problem(new OutsideError("ENCODING", "Answered packed, which was not asked for"));
  }
  if (Number(headers["content-length"] ?? 0) > options.maxBytes) problem(tooLarge(options));
  return mediaType;
}

const tooLarge = ({ maxBytes }: OutsideOptions) =>
  new OutsideError("SIZE", `Larger than ${maxBytes} bytes`);

function told(error: unknown, signal: AbortSignal): OutsideError {
  if (error instanceof OutsideError) return error;
  if (signal.aborted) return new OutsideError("TIME", "No answer in time", { cause: error });
  return new OutsideError("NETWORK", "The address does not answer", { cause: error });
}
