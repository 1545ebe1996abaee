import type { ServiceContext } from "@convene/shared/subgraph/service-context";

/** An account is seen by itself alone, so there is nothing to batch. */
export type Context = ServiceContext;
