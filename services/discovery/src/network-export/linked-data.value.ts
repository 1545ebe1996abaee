import { type ExportedGraph, nodeKind } from "./exported-graph.value.ts";

const TYPES: Readonly<Record<string, string>> = { Practice: "CreativeWork" };

/** What schema.org has no words for. */
const OURS = {
  networkKind: "urn:convene:networkKind",
  evidenceCount: "urn:convene:evidenceCount",
  inheritedFrom: "urn:convene:inheritedFrom",
};

/**
 * JSON-LD 1.1 with the words of schema.org: ties are roles, which have dates. Its ids are those of
 * this document, `#org_…`; what it is in the graph, `additionalType` says.
 */
export function linkedData({ nodes, edges }: ExportedGraph): string {
  const things = nodes.map(({ id, label, networkKind, countries }) => ({
    "@id": `#${id}`,
    "@type": TYPES[nodeKind(id)] ?? "Organization",
    ...{ additionalType: nodeKind(id), identifier: id, name: label },
    ...(networkKind != null && { networkKind, areaServed: (countries ?? []).map(country) }),
  }));
  const roles = edges.map(({ id, source, target, kind, label, ...tie }) => ({
    "@id": `#${id}`,
    "@type": "OrganizationRole",
    ...{ additionalType: kind, identifier: id, roleName: label },
    member: { "@id": `#${source}` },
    memberOf: { "@id": `#${target}` },
    ...Object.fromEntries(Object.entries(tie).filter(([, value]) => value !== null)),
  }));
  return JSON.stringify({
    "@context": ["https://schema.org", OURS],
    "@graph": [...things, ...roles],
  });
}

const country = (code: string) => ({ "@type": "Country", identifier: code });
