import type { EntityManager } from "typeorm";
import type { Connection, ConnectionArgs } from "../connection/connection.ts";
import { pageOf } from "../connection/page-of.ts";
import { isAdmin, type Viewer } from "../viewer.ts";
import { listEdges } from "./list-edges.ts";
import type { MergeEdge } from "./merge-edge.type.ts";
import type { Merging } from "./merging.ts";

/** By what the service of stakeholders and the others know a merge, also one that is only planned. */
export interface MergeKey {
  readonly fromId: string;
  readonly intoId: string;
}

/** Only who may merge somewhere is told of merges: the secretariats of networks, and administrators. */
export const mayPlanMerges = (viewer: Viewer | null): boolean =>
  isAdmin(viewer) || (viewer?.networks.some(({ role }) => role === "SECRETARIAT") ?? false);

/** What of one service a merge moves, or has moved. */
export class MergeEdgesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly merging: Merging,
  ) {}

  /** Null for whoever may not be told. */
  async page(
    viewer: Viewer | null,
    { fromId: from, intoId: into }: MergeKey,
    args: ConnectionArgs,
  ): Promise<Connection<MergeEdge> | null> {
    if (!mayPlanMerges(viewer)) return null;
    return pageOf(
      await listEdges(this.manager, this.merging, { pair: { from, into }, viewer }),
      args,
    );
  }
}
