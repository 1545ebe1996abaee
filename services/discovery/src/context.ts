import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { nodeLoader } from "./node/node.loaders.ts";

export const createLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  nodes: nodeLoader(db.manager, viewer),
});

export type Context = ServiceContext<ReturnType<typeof createLoaders>>;
