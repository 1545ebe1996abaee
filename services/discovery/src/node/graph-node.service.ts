import { invalid } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { kindOf, type NodePrefix } from "./node.enum.ts";
import type { NodeRepository } from "./node.repository.ts";

/** The kinds of thing that ties of the graph end in. */
const IN_GRAPH: ReadonlySet<NodePrefix> = new Set(["org", "grp", "net", "prc"]);

export class GraphNodeService {
  constructor(private readonly nodes: NodeRepository) {}

  /**
   * Whether the viewer sees the thing that a field names.
   *
   * @throws BAD_USER_INPUT for a thing of a kind that has no ties in the graph.
   */
  async isVisible(viewer: Viewer | null, field: string, id: string): Promise<boolean> {
    const kind = kindOf(id);
    if (kind === null) return false;
    if (!IN_GRAPH.has(kind)) {
      throw invalid(field, `${field} must be an organisation, working group, network or practice`);
    }
    return (await this.nodes.visible(kind, [id], viewer)).has(id);
  }
}
