import { type ExportedGraph, nodeKind } from "./exported-graph.value.ts";

/**
 * Popolo (popoloproject.com): whatever has a name is an organization with its kind for a
 * classification, a tie a membership of the source in the target. `kind`,
 * `network_kind` and `countries` of a network, `evidence_count` of a derived tie and
 * `inherited_from` are words of ours.
 */
export function popolo({ nodes, edges }: ExportedGraph): string {
  const organizations = nodes.map(({ id, label, networkKind, countries }) => ({
    ...{ id, name: label },
    classification: nodeKind(id),
    ...(networkKind != null && { network_kind: networkKind, countries }),
  }));
  const named = new Map(
    organizations.map(({ id, name, classification }) => [id, { id, name, classification }]),
  );
  const memberships = edges.map(({ id, source, target, kind, label, ...tie }) => ({
    ...{ id, kind, role: label },
    member: named.get(source) ?? { id: source },
    organization_id: target,
    ...(tie.startDate !== null && { start_date: tie.startDate }),
    ...(tie.endDate !== null && { end_date: tie.endDate }),
    ...(tie.evidenceCount !== null && { evidence_count: tie.evidenceCount }),
    ...(tie.inheritedFrom !== null && { inherited_from: tie.inheritedFrom }),
  }));
  return JSON.stringify({ persons: [], organizations, memberships });
}
