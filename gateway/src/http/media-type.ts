import type { GatewayRequest } from "./message.ts";

/** What GraphQL over HTTP calls its media types; JSON is what a client gets that does not say. */
export const MEDIA_TYPES = ["application/json", "application/graphql-response+json"] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

/**
 * The media type that a header `accept` likes best (RFC 9110, 12.5.1), or null when it takes none
 * of ours. Of two that it likes equally, the first that it names; JSON for a range of both.
 */
export function negotiate(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept.trim() === "") return "application/json";
  let best: { readonly type: MediaType; readonly weight: number } | null = null;
  for (const part of accept.toLowerCase().split(",")) {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim());
    const type = MEDIA_TYPES.find((one) => isIn(one, range));
    const weight = weightOf(parameters);
    if (type && isUtf8(parameters) && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  return best?.type ?? null;
}

const isIn = (type: string, range: string): boolean =>
  range === "*/*" || range === "application/*" || range === type;

function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = given === undefined ? 1 : Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

const isUtf8 = (parameters: readonly string[]): boolean =>
  parameters.every(
    (parameter) => !parameter.startsWith("charset=") || /^charset="?utf-?8"?$/.test(parameter),
  );

/** Whether a client asks for server-sent events, by name. */
export const acceptsEvents = ({ headers }: Pick<GatewayRequest, "headers">): boolean =>
  headers["accept"]?.toLowerCase().includes("text/event-stream") ?? false;
