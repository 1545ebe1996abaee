import type { GraphNode } from "@convene/shared/node";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { kindOf, type NodePrefix, stubOf } from "./node.enum.ts";
import { NodeRepository } from "./node.repository.ts";

/** The stub of a visible thing by its id, of whatever kind; null for anything else. */
export function nodeLoader(manager: EntityManager, viewer: Viewer | null) {
  const repository = new NodeRepository(manager);
  return new DataLoader<string, GraphNode | null>(async (ids) => {
    const byKind = new Map<NodePrefix, string[]>();
    for (const id of ids) {
      const prefix = kindOf(id);
      if (prefix) byKind.set(prefix, [...(byKind.get(prefix) ?? []), id]);
    }
    const found = new Set<string>();
    for (const [prefix, some] of byKind) {
      for (const id of await repository.visible(prefix, some, viewer)) found.add(id);
    }
    return ids.map((id) => (found.has(id) ? stubOf(id) : null));
  });
}
