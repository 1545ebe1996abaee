import { Audience, canSee } from "@convene/shared/audience";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { Content } from "../content/content.replica.ts";
import { IntroductionRequest } from "../introduction-request/introduction-request.entity.ts";
import { isAsked } from "../introduction-request/introduction-request.policy.ts";
import { Message } from "../message/message.entity.ts";
import { canReply } from "../message/message.policy.ts";
import { Network } from "../network/network.entity.ts";
import { canSeeNetwork } from "../network/network.policy.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeOrganisation, protectionOf } from "../organisation/organisation.policy.ts";
import { Person } from "../person/person.entity.ts";
import { canSeePerson } from "../person/person.policy.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { canSeeTie } from "../relationship/relationship.policy.ts";
import { caringNetworks, ownersOf, seesConvened, seesGroup } from "./reported.policy.ts";

/** Something that can be reported. */
export interface Reported {
  readonly id: string;
  readonly title: string;
  /** Whose it is: they never decide about it. People, organisations, a group or a network. */
  readonly owners: readonly string[];
  /** People and organisations who are told; of a group or a meeting, its networks. */
  readonly told: readonly string[];
  /** Whose secretariats may decide about it; none where only moderators do. */
  readonly networks: readonly string[];
  /** Whether they may report it: a letter, whom it reached. */
  readonly isSeenBy: (viewer: Viewer) => boolean;
}

type Find = (manager: EntityManager, id: string) => Promise<Reported | null>;

/**
 * Moderators alone decide. Any secretariat can make an organisation a member, and with it its
 * ties and practices: that it stands in a network does not say in whose care it is.
 */
const ofModerators = (owners: readonly string[]) => ({ owners, told: owners, networks: [] });

const FINDERS: Readonly<Record<string, Find>> = {
  org: async (manager, id) => {
    const found = await manager.findOneBy(Organisation, { id });
    if (!found) return null;
    const isSeenBy = (viewer: Viewer) => canSeeOrganisation(viewer, found);
    return { id, title: found.name, ...ofModerators([id]), isSeenBy };
  },
  per: async (manager, id) => {
    const found = await manager.findOneBy(Person, { id });
    if (!found) return null;
    const owners = found.keeperId === null ? [id] : [id, found.keeperId];
    const isSeenBy = (viewer: Viewer) => canSeePerson(viewer, found);
    return { id, title: found.name, ...ofModerators(owners), isSeenBy };
  },
  net: async (manager, id) => {
    const found = await manager.findOneBy(Network, { id });
    if (!found) return null;
    const isSeenBy = (viewer: Viewer) => canSeeNetwork(viewer, found);
    return { id, title: found.name, ...ofModerators([id]), isSeenBy };
  },
  rel: findTie,
  itr: findIntroduction,
  msg: async (manager, id) => {
    const found = await manager.findOneBy(Message, { id });
    if (!found) return null;
    const owners = [...new Set([found.authorId, found.fromId])];
    const isSeenBy = (viewer: Viewer) => canReply(viewer, found);
    // Its sender is not told: there is one alone who can have reported it.
    return { id, title: found.subject, owners, told: [], networks: [], isSeenBy };
  },
  prc: async (manager, id) => {
    const found = await manager.findOneBy(Content, { id });
    if (!found) return null;
    const isSeenBy = (viewer: Viewer) => canSee(viewer, found);
    return { id, title: found.title, ...ofModerators(found.organisations), isSeenBy };
  },
  grp: async (manager, id) => {
    const found = await manager.findOneBy(Content, { id });
    if (!found) return null;
    const isSeenBy = (viewer: Viewer) => seesGroup(viewer, found);
    return { id, title: found.title, ...convenedBy(found), isSeenBy };
  },
};

async function findTie(manager: EntityManager, id: string): Promise<Reported | null> {
  const relations = { source: true, target: true };
  const found = await manager.findOne(Relationship, { where: { id }, relations });
  if (!found) return null;
  const { source, target, sourceId, targetId } = found;
  return {
    id,
    title: `${source.name}, ${target.name}`,
    ...ofModerators([sourceId, targetId]),
    isSeenBy: (viewer) =>
      canSeeTie(viewer, found) &&
      [source, target].every((end) => canSee(viewer, protectionOf(end))),
  };
}

/** Called by who asks for it: it has no title, and its words are for those alone who decide. */
async function findIntroduction(manager: EntityManager, id: string): Promise<Reported | null> {
  const found = await manager.findOneBy(IntroductionRequest, { id });
  const seeker = found && (await manager.findOneBy(Organisation, { id: found.seekerId }));
  if (!seeker) return null;
  const owners = [found.authorId, found.seekerId];
  // As of a letter, who asked is not told: only two can have reported it.
  return {
    ...{ id, title: seeker.name, owners, told: [], networks: [] },
    isSeenBy: (viewer) => isAsked(viewer, found),
  };
}

const convenedBy = (content: Content) => ({
  owners: ownersOf(content),
  told: content.networks,
  networks: caringNetworks(content),
});

/** A meeting, a series or a poll; an agenda item is what its meeting is. */
async function findConvened(manager: EntityManager, id: string): Promise<Reported | null> {
  const found = await manager.findOneBy(Content, { id });
  const whole =
    found && found.partOf !== null ? await manager.findOneBy(Content, { id: found.partOf }) : found;
  if (!found || !whole) return null;
  const audience = await convenerAudienceOf(manager, whole);
  const isSeenBy = (viewer: Viewer) => seesConvened(viewer, whole, audience);
  return { id, title: found.title, ...convenedBy(whole), isSeenBy };
}

/** Of a convener that is gone, or not heard of yet, nobody's. */
async function convenerAudienceOf(
  manager: EntityManager,
  { groupId, networkId }: Content,
): Promise<Audience> {
  const convener =
    groupId === null
      ? await manager.findOneBy(Network, { id: networkId ?? "" })
      : await manager.findOneBy(Content, { id: groupId });
  return convener?.audience ?? Audience.NOBODY;
}

export const findReported: Find = (manager, id) =>
  (FINDERS[prefixOf(id) ?? ""] ?? findConvened)(manager, id);
