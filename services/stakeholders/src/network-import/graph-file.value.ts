import {
  given,
  type GraphNodeElement,
  type GraphTieElement,
  type NetworkFile,
  type NetworkRecord,
  type OrganisationRecord,
  type OtherRecord,
  textIn,
  textsIn,
  type TieRecord,
} from "./network-file.value.ts";

/** The fields by what programs call the attributes of a node. */
const ONE: Readonly<Record<string, string>> = {
  ...{ label: "name", name: "name", acronym: "acronym", description: "description" },
  ...{ website: "website", url: "website", category: "category", type: "category" },
};
const MANY: Readonly<Record<string, string>> = {
  ...{ countries: "countries", country: "countries", sectors: "sectors", sector: "sectors" },
  ...{ languages: "languages", objectives: "objectives", needs: "needs", offers: "offers" },
};
/** What says where and how a node is drawn, and nothing of the organisation. */
const DRAWING = new Set(["kind", "x", "y", "z", "size", "color", "shape", "weight", "key", "id"]);

/** Other kinds of thing that a drawing of the network holds. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["WorkingGroup", "a working group"],
  ["Practice", "a practice"],
  ["Person", "a person"],
]);
const TIES: ReadonlyMap<string, string> = new Map([
  ["SEAT", "a seat"],
  ["PRACTICE", "a part in a practice"],
]);

/** What is drawn, node by node and tie by tie, as what is known of organisations. */
export function networkOf(
  nodes: readonly GraphNodeElement[],
  ties: readonly GraphTieElement[],
  lineOf: (at: number) => number = (at) => at + 1,
): NetworkFile {
  const organisations: OrganisationRecord[] = [];
  const others: OtherRecord[] = [];
  const networks: NetworkRecord[] = [];
  const [relations, memberships]: [TieRecord[], TieRecord[]] = [[], []];
  for (const [at, node] of nodes.entries()) {
    const what = otherKind(node.attributes["kind"]);
    const line = lineOf(at);
    if (what !== null) others.push({ line, what, cell: node.id });
    else if (isNetwork(node.attributes["kind"])) networks.push({ line, ...networkIn(node) });
    else organisations.push({ line, id: node.id, ...fieldsOf(node) });
  }
  for (const [at, tie] of ties.entries()) {
    const line = lineOf(nodes.length + at);
    const what = otherTie(tie.attributes["kind"]);
    if (what !== null) others.push({ line, what, cell: textIn(tie.attributes["label"]) });
    else if (isMembership(tie.attributes["kind"])) memberships.push({ line, ...relationOf(tie) });
    else relations.push({ line, ...relationOf(tie) });
  }
  return { organisations, ties: relations, networks, memberships, others };
}

export const isNetwork = (kind: unknown): boolean => textIn(kind) === "Network";
export const isMembership = (kind: unknown): boolean => textIn(kind) === "NETWORK_MEMBERSHIP";

/** Null for an organisation or a network, and where nothing says what it is. */
export const otherKind = (kind: unknown): string | null => KINDS.get(textIn(kind) ?? "") ?? null;

/** Null for a relationship or a membership of a network, and where nothing says what it is. */
export const otherTie = (kind: unknown): string | null => TIES.get(textIn(kind) ?? "") ?? null;

const networkIn = ({ id, attributes }: GraphNodeElement) => ({
  id,
  name: textIn(attributes["label"]) ?? textIn(attributes["name"]),
  kind: textIn(attributes["networkKind"]) ?? textIn(attributes["network_kind"]),
  countries: textsIn(attributes["countries"] ?? attributes["country"]).flatMap(partsOf),
});

function fieldsOf({ attributes }: GraphNodeElement) {
  const fields: Record<string, unknown> = {};
  const unknown: Record<string, unknown> = {};
  for (const [title, value] of Object.entries(attributes)) {
    const name = title.toLowerCase();
    const [one, many] = [ONE[name], MANY[name]];
    if (one !== undefined) fields[one] ??= textIn(value);
    else if (many !== undefined) fields[many] = textsIn(value).flatMap(partsOf);
    else if (!DRAWING.has(name) && textIn(value) !== null) unknown[title] = value;
  }
  return { fields: given(fields), unknown };
}

/** Attributes of a graph are single texts: several values are joined in one. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const relationOf = ({ source, target, attributes }: GraphTieElement) => ({
  source,
  target,
  relation: textIn(attributes["label"]) ?? textIn(attributes["relation"]),
  startDate: textIn(attributes["startDate"]) ?? textIn(attributes["start"]),
  endDate: textIn(attributes["endDate"]) ?? textIn(attributes["end"]),
});
