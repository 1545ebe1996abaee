import { canSee, type Protected } from "@convene/shared/audience";
import { prefixOf } from "@convene/shared/type-id";
import { hasGroupRole, hasNetworkRole, type Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { Content } from "../content/content.replica.ts";
import { Network } from "../network/network.entity.ts";
import { canSeeNetwork } from "../network/network.policy.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeOrganisation, protectionOf } from "../organisation/organisation.policy.ts";
import { Person } from "../person/person.entity.ts";
import { canSeePerson } from "../person/person.policy.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { canSeeTie } from "../relationship/relationship.policy.ts";

/** Something that can be reported. */
export interface Reported {
  readonly id: string;
  readonly title: string;
  /** People and organisations who are told; of a group or a meeting, its networks. */
  readonly owners: readonly string[];
  /** Whose secretariats may decide about it. */
  readonly networks: readonly string[];
  readonly isSeenBy: (viewer: Viewer) => boolean;
}

type Find = (manager: EntityManager, id: string) => Promise<Reported | null>;

/** Who entered a person, or governs a network, does not decide about it. */
const FINDERS: Readonly<Record<string, Find>> = {
  org: async (manager, id) => {
    const found = await manager.findOneBy(Organisation, { id });
    if (!found) return null;
    const isSeenBy = (viewer: Viewer) => canSeeOrganisation(viewer, found);
    return { id, title: found.name, owners: [id], networks: found.networks, isSeenBy };
  },
  per: async (manager, id) => {
    const found = await manager.findOneBy(Person, { id });
    if (!found) return null;
    const owners = found.keeperId === null ? [id] : [id, found.keeperId];
    const isSeenBy = (viewer: Viewer) => canSeePerson(viewer, found);
    return { id, title: found.name, owners, networks: [], isSeenBy };
  },
  net: async (manager, id) => {
    const found = await manager.findOneBy(Network, { id });
    if (!found) return null;
    const isSeenBy = (viewer: Viewer) => canSeeNetwork(viewer, found);
    return { id, title: found.name, owners: [id], networks: [], isSeenBy };
  },
  rel: findTie,
};

async function findTie(manager: EntityManager, id: string): Promise<Reported | null> {
  const relations = { source: true, target: true };
  const found = await manager.findOne(Relationship, { where: { id }, relations });
  if (!found) return null;
  const { source, target, sourceId, targetId } = found;
  return {
    id,
    title: `${source.name}, ${target.name}`,
    owners: [sourceId, targetId],
    networks: [...new Set([...source.networks, ...target.networks])],
    isSeenBy: (viewer) =>
      canSeeTie(viewer, found) &&
      [source, target].every((end) => canSee(viewer, protectionOf(end))),
  };
}

/** Of another service: an agenda item is what its meeting is. */
async function findContent(manager: EntityManager, id: string): Promise<Reported | null> {
  const found = await manager.findOneBy(Content, { id });
  const whole =
    found && found.partOf !== null ? await manager.findOneBy(Content, { id: found.partOf }) : found;
  if (!found || !whole) return null;
  const { networks, organisations } = whole;
  const isConvened = prefixOf(id) !== "prc";
  return {
    id,
    title: found.title,
    owners: isConvened ? networks : organisations,
    networks,
    isSeenBy: (viewer) => seesContent(viewer, whole),
  };
}

/** Those who sit there see it whatever its audience, as its own service has it. */
const seesContent = (viewer: Viewer, content: Content & Protected): boolean =>
  canSee(viewer, content) ||
  (content.groupId !== null &&
    hasGroupRole(viewer, content.groupId, ["CO_LEAD", "MEMBER", "OBSERVER"])) ||
  (content.networkId !== null && hasNetworkRole(viewer, [content.networkId], ["SECRETARIAT"]));

export const findReported: Find = (manager, id) =>
  (FINDERS[prefixOf(id) ?? ""] ?? findContent)(manager, id);
