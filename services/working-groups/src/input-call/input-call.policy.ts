import type { Protected } from "@convene/shared/audience";
import {
  hasGroupRole,
  hasNetworkRole,
  hasOrganisationRole,
  isAdmin,
  type Viewer,
} from "@convene/shared/viewer";
import {
  canEditGroup,
  canSeeGroup,
  type GovernedGroup,
} from "../working-group/working-group.policy.ts";
import { AnswerReaders, CallAddressees } from "./input-call.enum.ts";

/** A call as its rules see it. */
export interface GovernedCall {
  readonly addressees: CallAddressees;
  readonly answersShownTo: AnswerReaders;
}

/** Who answers for an organisation: whoever edits it, and its delegates. */
export const actsFor = (viewer: Viewer | null, organisation: string): boolean =>
  isAdmin(viewer) || hasOrganisationRole(viewer, organisation, ["OWNER", "EDITOR", "DELEGATE"]);

/** Who edits the group, sits in it, or acts for an organisation with a seat. */
const isInside = (viewer: Viewer | null, group: GovernedGroup): boolean =>
  canEditGroup(viewer, group) ||
  hasGroupRole(viewer, group.id, ["MEMBER", "OBSERVER"]) ||
  (viewer?.organisations.some(({ id }) => group.organisations.includes(id)) ?? false);

/** Those whom it asks, of those who see the group. */
export const canSeeCall = (
  viewer: Viewer | null,
  group: GovernedGroup,
  { addressees }: Pick<GovernedCall, "addressees">,
): boolean =>
  canSeeGroup(viewer, group) &&
  (addressees === CallAddressees.PUBLIC ||
    isInside(viewer, group) ||
    (addressees === CallAddressees.NETWORK &&
      group.networkId !== null &&
      hasNetworkRole(viewer, [group.networkId], ["SECRETARIAT", "MEMBER"])));

/** Whether a call asks an organisation. */
export const isAsked = (
  { addressees }: Pick<GovernedCall, "addressees">,
  group: GovernedGroup,
  organisation: Protected & { readonly id: string },
): boolean =>
  addressees === CallAddressees.PUBLIC ||
  group.organisations.includes(organisation.id) ||
  (addressees === CallAddressees.NETWORK &&
    group.networkId !== null &&
    organisation.networks.includes(group.networkId));

/** What an organisation answered, of those who see the call. */
export const canReadAnswer = (
  viewer: Viewer | null,
  group: GovernedGroup,
  {
    answersShownTo,
    organisationId,
  }: Pick<GovernedCall, "answersShownTo"> & {
    readonly organisationId: string;
  },
): boolean =>
  answersShownTo === AnswerReaders.ADDRESSEES ||
  canEditGroup(viewer, group) ||
  actsFor(viewer, organisationId) ||
  (answersShownTo === AnswerReaders.MEMBERS && isInside(viewer, group));
