import { parseRequestParams, type RequestParams } from "graphql-http";
import type { TrustedDocuments } from "../operation/trusted-documents.ts";
import { isJson } from "./cross-origin.ts";
import { type GatewayRequest, type GatewayResponse, refuse } from "./message.ts";

const code = "BAD_USER_INPUT";

/** A question as it was sent; null for a document whose identifier nobody knows. */
export type AskedParams = Omit<RequestParams, "query"> & { readonly query: string | null };

/** Or why it is none. */
export async function readParams(
  request: GatewayRequest,
  documents: TrustedDocuments,
): Promise<AskedParams | GatewayResponse> {
  const body = request.method === "POST" && isJson(request) ? await request.body() : "";
  try {
    const asked = withDocument({ url: request.url, body }, documents);
    const params = await parseRequestParams({ ...request, ...asked, raw: null, context: null });
    if ("query" in params) return asked.isUnknown ? { ...params, query: null } : params;
    const [, { status, statusText, headers }] = params;
    return refuse({ status, code, message: statusText, ...(headers && { headers }) });
  } catch (error) {
    return refuse({ status: 400, ...faultOf(error) });
  }
}

interface Sent {
  readonly url: string;
  readonly body: string | Record<string, unknown>;
  readonly isUnknown?: boolean;
}

/** Puts the document in the place of its identifier, where that stands for one. */
function withDocument({ url, body }: { url: string; body: string }, known: TrustedDocuments): Sent {
  if (body !== "") {
    const parsed: unknown = JSON.parse(body);
    if (!isRecord(parsed) || parsed["query"] !== undefined) return { url, body };
    const { documentId } = parsed;
    if (typeof documentId !== "string") return { url, body };
    const query = known.text(documentId);
    return { url, body: { ...parsed, query: query ?? "" }, isUnknown: query === undefined };
  }
  const [path = "", search = ""] = url.split("?", 2);
  const asked = new URLSearchParams(search);
  const id = asked.get("documentId");
  if (id === null || asked.has("query")) return { url, body };
  const query = known.text(id);
  asked.set("query", query ?? "");
  return { url: `${path}?${asked.toString()}`, body, isUnknown: query === undefined };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const faultOf = (error: unknown) => ({
  code,
  message:
    error instanceof SyntaxError
      ? "Unparsable JSON body"
      : error instanceof Error
        ? error.message
        : "The request cannot be read",
});
