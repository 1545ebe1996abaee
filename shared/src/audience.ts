import "reflect-metadata";
import { registerEnumType } from "type-graphql";
import {
  hasNetworkRole,
  hasOrganisationRole,
  isAdmin,
  isModerator,
  type Viewer,
} from "./viewer.ts";

/** Who may see a record. The owners and editors of a record, and administrators, always may. */
export enum Audience {
  PUBLIC = "PUBLIC",
  NETWORK = "NETWORK",
  ORGANISATION = "ORGANISATION",
  NOBODY = "NOBODY",
  /** Never chosen: what moderators have taken down. See docs/moderation.md. */
  TAKEN_DOWN = "TAKEN_DOWN",
}

/** Those that somebody may choose for a record of theirs, the widest first. */
export const CHOSEN_AUDIENCES = [
  Audience.PUBLIC,
  Audience.NETWORK,
  Audience.ORGANISATION,
  Audience.NOBODY,
] as const;

registerEnumType(Audience, {
  name: "Audience",
  description: "Who may see a record, beside its owners and editors, and administrators.",
  valuesConfig: {
    PUBLIC: { description: "Everybody." },
    NETWORK: { description: "The members of its networks, and all who act for its organisations." },
    ORGANISATION: { description: "All who act for its organisations." },
    NOBODY: { description: "Nobody else." },
    TAKEN_DOWN: { description: "Moderators: they have taken it down. Nobody chooses this." },
  },
});

/** A record as seen by the rule: whose it is, and in which networks it stands. */
export interface Protected {
  readonly audience: Audience;
  readonly organisations: readonly string[];
  readonly networks: readonly string[];
}

/** Deny by default: whatever is not allowed here is hidden. */
export function canSee(viewer: Viewer | null, record: Protected): boolean {
  if (record.audience === Audience.PUBLIC || isAdmin(viewer)) return true;
  const organisations = record.organisations;
  if (organisations.some((id) => hasOrganisationRole(viewer, id, ["OWNER", "EDITOR"]))) return true;
  switch (record.audience) {
    case Audience.NETWORK:
      return isOfNetwork(viewer, record.networks) || isOfOrganisation(viewer, organisations);
    case Audience.ORGANISATION:
      return isOfOrganisation(viewer, organisations);
    case Audience.NOBODY:
      return false;
    case Audience.TAKEN_DOWN:
      return isModerator(viewer);
  }
}

const isOfNetwork = (viewer: Viewer | null, networks: readonly string[]): boolean =>
  hasNetworkRole(viewer, networks, ["SECRETARIAT", "MEMBER"]);

const isOfOrganisation = (viewer: Viewer | null, organisations: readonly string[]): boolean =>
  organisations.some((id) => hasOrganisationRole(viewer, id, ["OWNER", "EDITOR", "DELEGATE"]));

/** The same rule as parameters of a query: which networks and organisations are the viewer's. */
export function visibility(viewer: Viewer | null) {
  return {
    everything: isAdmin(viewer),
    takenDown: isModerator(viewer),
    networks: viewer?.networks.map(({ id }) => id) ?? [],
    organisations: viewer?.organisations.map(({ id }) => id) ?? [],
    owned:
      viewer?.organisations.filter(({ role }) => role !== "DELEGATE").map(({ id }) => id) ?? [],
  };
}
