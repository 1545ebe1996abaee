import { canSee, type Protected } from "@convene/shared/audience";
import { hasOrganisationRole, type Viewer } from "@convene/shared/viewer";
import {
  canEditGroup,
  canSeeGroup,
  type GovernedGroup,
} from "../working-group/working-group.policy.ts";

/** A seat as its rules see it. */
export interface GovernedSeat {
  readonly organisationId: string;
}

export interface SeatPeriod {
  readonly startDate: string;
  readonly endDate: string | null;
}

/** A tie shows only where both of its ends do. Null: the end is gone. */
export const canSeeSeat = (
  viewer: Viewer | null,
  group: GovernedGroup | null,
  organisation: Protected | null,
): boolean =>
  group !== null &&
  organisation !== null &&
  canSeeGroup(viewer, group) &&
  canSee(viewer, organisation);

/** Delegate, alternate, and the end: the organisation's own decision as well as the group's. */
export const canFillSeat = (
  viewer: Viewer | null,
  group: GovernedGroup,
  { organisationId }: GovernedSeat,
): boolean =>
  canEditGroup(viewer, group) || hasOrganisationRole(viewer, organisationId, ["OWNER", "EDITOR"]);

/** Role, dates and on whose behalf: what the group grants. */
export const canGrantSeat = (viewer: Viewer | null, group: GovernedGroup): boolean =>
  canEditGroup(viewer, group);

/** Held from its first day to the day before its end. ISO dates. */
export const isHeldOn = ({ startDate, endDate }: SeatPeriod, day: string): boolean =>
  startDate <= day && (endDate === null || day < endDate);
