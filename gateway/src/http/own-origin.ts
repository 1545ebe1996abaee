import type { ClientOrigin } from "./client-origin.ts";

/** Where the client knows this graph to be: `PUBLIC_URL`, or else what it wrote down itself. */
export const ownOrigin = (client: ClientOrigin, publicUrl: string | undefined): string =>
  publicUrl ?? `${client.scheme}://${client.host}`;
