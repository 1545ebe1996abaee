/** Why nothing was fetched. A person is told one sentence for all of them, or they map a network. */
export type OutsideReason =
  "ADDRESS" | "ENCODING" | "NETWORK" | "REDIRECT" | "SIZE" | "STATUS" | "TIME" | "TYPE" | "URL";

/** An address outside could not be read, or may not be. For the log, and for whoever asked for it. */
export class OutsideError extends Error {
  override readonly name = "OutsideError";

  constructor(
    readonly reason: OutsideReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
