import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from "graphql";
import { type DatabaseFault, databaseFaultOf } from "./database/database-fault.ts";
import { AppError, type ErrorCode } from "./errors.ts";
import { fieldOfRequest } from "./request-field.ts";

/** Where what is hidden from the client is written down, with its request id. */
export interface ErrorLog {
  error(details: object, message: string): void;
}

export interface Masking {
  readonly requestId: string;
  readonly log: ErrorLog;
  /** What was asked, where it could be read: by it a literal's field is known. */
  readonly document?: DocumentNode | undefined;
}

/** Who tries again with the same idempotencyKey has it done once, whatever came of the first try. */
const DATABASE_FAULTS: Readonly<Record<DatabaseFault, string>> = {
  full: "The disk is full, and nothing was changed: try again later",
  limit: "Too much is asked at the moment, and nothing was changed: try again later",
  lost: "The database does not answer at the moment: try again later, with the same idempotencyKey",
};

/**
 * What a client may learn of an error: thrown on purpose, as it is; a fault of the request, with
 * `BAD_USER_INPUT` whatever library found it, so that both transports tell the same; a database that
 * cannot work at the moment, with `SERVICE_UNAVAILABLE`; anything else is a bug, logged whole and
 * answered as "Internal error" with the request id.
 */
export function maskError(error: GraphQLError, masking: Masking): GraphQLFormattedError {
  const cause = causeOf(error);
  const { locations, path } = error;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof AppError) {
    return { message: cause.message, ...place, extensions: { ...cause.extensions } };
  }
  if (cause === null) {
    const field = fieldOfRequest(error, masking.document ?? null);
    const extensions = { code: "BAD_USER_INPUT", ...(field !== null && { field }) };
    return { message: error.message, ...place, extensions };
  }
  const { requestId, log } = masking;
  const fault = databaseFaultOf(cause);
  if (fault !== null) {
    // One line, without what was asked: nobody has to look for a bug.
    log.error({ reason: error.message, path, requestId }, DATABASE_FAULTS[fault]);
    const code: ErrorCode = "SERVICE_UNAVAILABLE";
    return { message: DATABASE_FAULTS[fault], ...place, extensions: { code } };
  }
  log.error({ err: cause, path, requestId }, "unexpected error");
  const extensions = { code: "INTERNAL_SERVER_ERROR", requestId };
  return { message: "Internal error", ...place, extensions };
}

/** The same for a whole result: in one process there is no Apollo `formatError` in between. */
export function maskResult(result: ExecutionResult, masking: Masking): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, path, extensions } = maskError(error, masking);
    return new GraphQLError(message, { nodes: error.nodes ?? null, path, extensions });
  });
  return { ...result, errors };
}

/** What was thrown, below any layers of GraphQL errors; null where the request itself is at fault. */
function causeOf(error: GraphQLError): unknown {
  let current: unknown = error;
  while (current instanceof GraphQLError) {
    if (current instanceof AppError) return current;
    const inner: unknown = current.originalError;
    if (inner === undefined) return isRequestFault(error, current) ? null : current;
    current = inner;
  }
  return current;
}

/**
 * graphql-js and graphql-jit raise errors without a path for a document or variables that do not
 * fit the schema. With a path, only the value of an argument is the request's (null in a variable,
 * for one that may not be null); all else comes from completing a value, which is a bug of ours.
 */
const isRequestFault = ({ path }: GraphQLError, { message }: GraphQLError): boolean =>
  path === undefined || message.startsWith('Argument "');
