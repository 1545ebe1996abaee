import { foldWords } from "@convene/shared/table/text-folding";
import { RelationshipType } from "../relationship/relationship.enum.ts";
import { RELATIONSHIP_NAMES } from "../relationship/relationship-type.policy.ts";

/** What a word says between the source and the target of a row. */
export interface Relation {
  readonly type: RelationshipType;
  /** It reads from the target to the source. */
  readonly isReversed: boolean;
}

/** Source WORD target is "source TYPE target". */
const FORWARD: Readonly<Partial<Record<RelationshipType, readonly string[]>>> = {
  IMPLEMENTS_FOR: ["implementing-lead", "met en œuvre pour", "implementa para"],
  FUNDS: ["funder-implementing", "funder", "donor", "finance", "financia"],
  PARTNER: ["partner", "partner of", "partenaire", "partenaire de", "socio", "socio de"],
  MEMBER_OF_UMBRELLA: ["member", "member of", "membre de", "miembro de"],
  PARENT_OF: ["parent", "parent of"],
  HOSTS: ["host", "héberge", "acoge"],
  ACTS_ON_BEHALF_OF: ["on behalf of", "agit au nom de", "actúa en nombre de"],
};

/** Source WORD target is "target TYPE source". */
const REVERSED: Readonly<Partial<Record<RelationshipType, readonly string[]>>> = {
  // Who leads comes first in files of who does what where; the other carries the work out.
  IMPLEMENTS_FOR: ["lead-implementing", "mis en œuvre par", "implementado por"],
  FUNDS: ["funded by", "financé par", "financiado por"],
  MEMBER_OF_UMBRELLA: ["umbrella of"],
  PARENT_OF: ["part of", "branch of", "fait partie de", "parte de"],
  HOSTS: ["hosted by", "hébergé par", "acogido por"],
  ACTS_ON_BEHALF_OF: ["represented by", "représenté par", "representado por"],
};

const RELATIONS: ReadonlyMap<string, Relation> = new Map(
  Object.values(RelationshipType).flatMap((type) => {
    const { name, inverseName } = RELATIONSHIP_NAMES[type];
    const relation = (isReversed: boolean) => (word: string) =>
      [foldWords(word), { type, isReversed }] as const;
    return [
      ...[inverseName, ...(REVERSED[type] ?? [])].map(relation(true)),
      // After it, so that a relation that reads the same both ways is not turned round.
      ...[type, name, ...(FORWARD[type] ?? [])].map(relation(false)),
    ];
  }),
);

/** Null for a word that names no relation. */
export const relationNamed = (word: string): Relation | null =>
  RELATIONS.get(foldWords(word)) ?? null;
