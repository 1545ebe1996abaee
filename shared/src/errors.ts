import { GraphQLError } from "graphql";

/** What a program may rely on; the message is for people. */
export const ERROR_CODES = [
  "BAD_USER_INPUT",
  "CONFLICT",
  "FORBIDDEN",
  "LIMIT_EXCEEDED",
  "NOT_FOUND",
  "SERVICE_UNAVAILABLE",
  "UNAUTHENTICATED",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The only error that services throw on purpose. Anything else is a bug and is masked. */
export class AppError extends GraphQLError {
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { ...details, code } });
  }
}

/** Missing, or hidden from this viewer: the two must look the same. */
export const notFound = (type: string, id: string) =>
  new AppError("NOT_FOUND", `${type} ${id} does not exist`, { type, id });

/** `field` is the path inside the input, such as `startDate` or `identifiers.0.scheme`. */
export const invalid = (field: string, message: string) =>
  new AppError("BAD_USER_INPUT", message, { field });

export const unauthenticated = () => new AppError("UNAUTHENTICATED", "Sign in first");

/** Only about things that the viewer may see; for anything else use `notFound`. */
export const forbidden = (message = "Not allowed") => new AppError("FORBIDDEN", message);

export const conflict = (message: string, details: Record<string, unknown> = {}) =>
  new AppError("CONFLICT", message, details);

export const limitExceeded = (message: string, details: Record<string, unknown> = {}) =>
  new AppError("LIMIT_EXCEEDED", message, details);

/** A service did not answer: what it would have said is null, and may be asked again. */
export const serviceUnavailable = (message = "A part of the graph does not answer at the moment") =>
  new AppError("SERVICE_UNAVAILABLE", message);
