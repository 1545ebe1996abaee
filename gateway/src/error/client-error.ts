import type { ErrorLog } from "@convene/shared/error-masking";
import { ERROR_CODES } from "@convene/shared/errors";
import { fieldOfRequest } from "@convene/shared/request-field";
import { type DocumentNode, type GraphQLError, type GraphQLFormattedError } from "graphql";

export type { ErrorLog };

/** Codes that only the gateway itself may give: from a service they would be its own fault. */
export type RequestFault = "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED" | "BAD_USER_INPUT";

const INTERNAL = "INTERNAL_SERVER_ERROR";
const KNOWN: ReadonlySet<unknown> = new Set(ERROR_CODES);

/** What would tell a client how the inside is built. */
const INSIDE = new Set(["code", "serviceName", "stacktrace", "exception", "http", "subgraph"]);

/** An error in the client's own request, told as it is, with the field where it has one. */
export function requestFault(
  error: GraphQLError,
  code: RequestFault,
  document: DocumentNode | null = null,
): GraphQLFormattedError {
  const { message, locations, extensions } = error;
  if (KNOWN.has(extensions["code"])) return outside(error);
  const field = fieldOfRequest(error, document);
  const told = { code, ...(field !== null && { field }) };
  return { message, ...(locations && { locations }), extensions: told };
}

/**
 * An error of execution: thrown on purpose by a service, it is told; anything else is logged here,
 * unless the service did, and told as "Internal error" with the request id.
 */
export function executionError(
  error: GraphQLError,
  { requestId, log }: { readonly requestId: string; readonly log: ErrorLog },
): GraphQLFormattedError {
  const { path, extensions } = error;
  if (KNOWN.has(extensions["code"])) return outside(error);
  if (extensions["code"] !== INTERNAL) {
    log.error({ err: error.originalError ?? error, path, requestId }, "unexpected error");
  }
  const place = path && { path };
  return { message: "Internal error", ...place, extensions: { code: INTERNAL, requestId } };
}

/** Locations are left out: they are of the service's document, not of the client's. */
function outside({ message, path, extensions }: GraphQLError): GraphQLFormattedError {
  const told = Object.entries(extensions).filter(([name]) => !INSIDE.has(name));
  return {
    message,
    ...(path && { path }),
    extensions: { ...Object.fromEntries(told), code: extensions["code"] },
  };
}
