import type { ViewerContext } from "../viewer.ts";

/** What resolvers are given: one for each request and service. */
export interface ServiceContext<L extends object = object> extends ViewerContext {
  readonly requestId: string;
  /** Made with the viewer where an edge is protected; made anew after each mutation field. */
  loaders: L;
  readonly createLoaders: () => L;
}
