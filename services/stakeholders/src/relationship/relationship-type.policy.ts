import type { RelationshipType } from "./relationship.enum.ts";

interface Names {
  /** From the source to the target. */
  readonly name: string;
  /** From the target to the source. */
  readonly inverseName: string;
}

/** Each type named both ways, in English. */
export const RELATIONSHIP_NAMES: Readonly<Record<`${RelationshipType}`, Names>> = {
  IMPLEMENTS_FOR: { name: "implements for", inverseName: "is implemented by" },
  FUNDS: { name: "funds", inverseName: "is funded by" },
  PARTNER: { name: "is partner of", inverseName: "is partner of" },
  MEMBER_OF_UMBRELLA: { name: "is member of", inverseName: "is umbrella of" },
  PARENT_OF: { name: "is parent of", inverseName: "is part of" },
  HOSTS: { name: "hosts", inverseName: "is hosted by" },
  ACTS_ON_BEHALF_OF: { name: "acts on behalf of", inverseName: "is represented by" },
};

/** Whether it is the same both ways, so that its ends have no order. */
export const isSymmetric = (type: `${RelationshipType}`): boolean =>
  RELATIONSHIP_NAMES[type].name === RELATIONSHIP_NAMES[type].inverseName;

interface Ends {
  readonly sourceId: string;
  readonly targetId: string;
}

/** The ends as they are kept: those of a symmetric type by id, so that each pair stands once. */
export function orderedEnds(type: `${RelationshipType}`, { sourceId, targetId }: Ends): Ends {
  if (!isSymmetric(type) || sourceId < targetId) return { sourceId, targetId };
  return { sourceId: targetId, targetId: sourceId };
}

interface Typed extends Ends {
  readonly type: `${RelationshipType}`;
}

/** The type's name as read from one end; null for what is no end. */
export function nameFrom({ type, sourceId, targetId }: Typed, id: string): string | null {
  if (id === sourceId) return RELATIONSHIP_NAMES[type].name;
  return id === targetId ? RELATIONSHIP_NAMES[type].inverseName : null;
}

/** The id of the end that is not this one; null for what is no end. */
export function otherEnd({ sourceId, targetId }: Ends, id: string): string | null {
  if (id === sourceId) return targetId;
  return id === targetId ? sourceId : null;
}
