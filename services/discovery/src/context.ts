import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { groupHealthLoaders } from "./group-health/group-health.loaders.ts";
import { nodeLoader } from "./node/node.loaders.ts";

export const createLoaders = (parts: ServiceParts, viewer: Viewer | null) => ({
  nodes: nodeLoader(parts.db.manager, viewer),
  ...groupHealthLoaders(parts, viewer),
});

export type Context = ServiceContext<ReturnType<typeof createLoaders>>;
