import { type ExportedGraph, nodeKind } from "./exported-graph.value.ts";

/**
 * Popolo (popoloproject.com): whatever has a name is an organization with its kind for a
 * classification, a tie a membership of the source in the target. `kind` is a word of ours.
 */
export function popolo({ nodes, edges }: ExportedGraph): string {
  const organizations = nodes.map(({ id, label }) => ({
    ...{ id, name: label },
    classification: nodeKind(id),
  }));
  const named = new Map(organizations.map((one) => [one.id, one]));
  const memberships = edges.map(({ id, source, target, kind, label, startDate, endDate }) => ({
    ...{ id, kind, role: label },
    member: named.get(source) ?? { id: source },
    organization_id: target,
    ...(startDate !== null && { start_date: startDate }),
    ...(endDate !== null && { end_date: endDate }),
  }));
  return JSON.stringify({ persons: [], organizations, memberships });
}
