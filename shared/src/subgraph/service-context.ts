import type { ReadNotes } from "../audit/read-ledger.ts";
import type { ViewerContext } from "../viewer.ts";

/** What resolvers are given: one for each request and service. */
export interface ServiceContext<L extends object = object> extends ViewerContext {
  readonly requestId: string;
  /** IP address of the client, as the gateway knows it. */
  readonly client?: string | null;
  /** Where it is noted that protected personal data was read. */
  readonly reads?: ReadNotes;
  /** Made with the viewer where an edge is protected; made anew after each mutation field. */
  loaders: L;
  readonly createLoaders: () => L;
}
