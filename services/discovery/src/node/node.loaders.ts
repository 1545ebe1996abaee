import type { GraphNode } from "@convene/shared/node";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { kindOf, type NodePrefix, ownedOf, stubOf } from "./node.enum.ts";
import { NodeRepository } from "./node.repository.ts";

/**
 * The stub of a visible thing by its id, of whatever kind; null for anything else. The id of an
 * organisation that was merged into another one finds the other.
 */
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
    const leads = await leadsOf(repository, { ids, found, viewer });
    return ids.map((id) => ownedOf(id) ?? stubWhere(found, leads.get(id) ?? id));
  });
}

const stubWhere = (found: ReadonlySet<string>, id: string) => (found.has(id) ? stubOf(id) : null);

interface Asked {
  readonly ids: readonly string[];
  /** What is visible; those to which ids lead are added. */
  readonly found: Set<string>;
  readonly viewer: Viewer | null;
}

async function leadsOf(repository: NodeRepository, { ids, found, viewer }: Asked) {
  const missed = ids.filter((id) => kindOf(id) === "org" && !found.has(id));
  if (missed.length === 0) return new Map<string, string>();
  const leads = await repository.leadsOf(missed);
  if (leads.size === 0) return leads;
  const ends = [...new Set(leads.values())];
  for (const id of await repository.visible("org", ends, viewer)) found.add(id);
  return leads;
}
