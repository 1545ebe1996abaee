import { hasNetworkRole, type Viewer } from "@convene/shared/viewer";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import { DuplicateReason } from "./duplicate.enum.ts";

/** In what two records agree. */
export interface Likeness {
  /** How alike their names are written, 0 to 1. */
  readonly name: number;
  readonly acronym: boolean;
  readonly website: boolean;
  readonly identifier: boolean;
  /** Whether they work in a country in common, or nobody knows. */
  readonly near: boolean;
}

/** How likely two that agree in this alone are one. */
const WEIGHTS = { name: 0.9, acronym: 0.3, website: 0.6, identifier: 0.9 } as const;

/** Names below this are alike by chance. */
const ALIKE = 0.4;
/** How much of it is left where both work in other countries: federations share names. */
const FAR = 0.6;

/** Below this score a pair is not suggested. */
export const LEAST_SCORE = 0.4;

/** 0 to 1: as if each reason told something by itself. */
export function scoreOf(likeness: Likeness): number {
  const { name, acronym, website, identifier, near } = likeness;
  const parts = [
    name >= ALIKE ? WEIGHTS.name * name ** 2 : 0,
    acronym ? WEIGHTS.acronym : 0,
    website ? WEIGHTS.website : 0,
    identifier ? WEIGHTS.identifier : 0,
  ];
  const unlike = parts.reduce((left, part) => left * (1 - part), 1);
  return Number(((1 - unlike) * (near ? 1 : FAR)).toFixed(3));
}

export function reasonsOf({ name, acronym, website, identifier }: Likeness): DuplicateReason[] {
  return [
    ...(name >= ALIKE ? [DuplicateReason.NAME] : []),
    ...(acronym ? [DuplicateReason.ACRONYM] : []),
    ...(website ? [DuplicateReason.WEBSITE] : []),
    ...(identifier ? [DuplicateReason.IDENTIFIER] : []),
  ];
}

/** Its owners and editors, the secretariats of its networks, and administrators. */
export const canSeeDuplicates = (
  viewer: Viewer | null,
  organisation: Pick<Organisation, "id" | "networks">,
): boolean =>
  canEditOrganisation(viewer, organisation) ||
  hasNetworkRole(viewer, organisation.networks, ["SECRETARIAT"]);
