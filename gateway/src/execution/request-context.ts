import type { Viewer } from "@convene/shared/viewer";

/** One request of a client. The object itself is the scope that its subgraph calls share. */
export interface RequestContext {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  /** Aborted when the client went away; only queries mind. */
  readonly signal?: AbortSignal;
}
