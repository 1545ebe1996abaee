import type { Viewer } from "@convene/shared/viewer";
import type { ClientOrigin } from "../http/client-origin.ts";

/** One request of a client. The object itself is the scope that its subgraph calls share. */
export interface RequestContext {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly client: ClientOrigin;
  /** Aborted when the client went away, or its time is over; only queries mind. */
  readonly signal?: AbortSignal;
}
