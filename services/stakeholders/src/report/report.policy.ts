import { hasNetworkRole, isModerator, type Viewer } from "@convene/shared/viewer";
import type { Report } from "./report.entity.ts";

type Kept = Pick<Report, "reporterId" | "networks" | "owners" | "isModerators">;

/** Whoever is signed in, and tied to a person: what became of it is told to them. */
export const canReport = (viewer: Viewer): boolean => viewer.person !== null;

/** The networks for which the viewer is the secretariat. */
export const governedBy = (viewer: Viewer): string[] =>
  viewer.networks.filter(({ role }) => role === "SECRETARIAT").map(({ id }) => id);

/**
 * Whose content is the viewer's own: themselves, the organisations for which they act in any role,
 * the groups that they lead, the networks that they govern.
 */
export const standsFor = (viewer: Viewer): string[] => [
  ...(viewer.person === null ? [] : [viewer.person]),
  ...viewer.organisations.map(({ id }) => id),
  ...viewer.groups.filter(({ role }) => role === "CO_LEAD").map(({ id }) => id),
  ...governedBy(viewer),
];

/** A conflict of interest: nobody decides about their own, moderators and administrators included. */
const isImpartial = (viewer: Viewer, { owners }: Pick<Kept, "owners">): boolean =>
  !standsFor(viewer).some((id) => owners.includes(id));

/**
 * Moderators; and the secretariat of the network in whose care it stands, but for reports of their
 * own and for what a moderator has decided.
 */
export const canDecide = (viewer: Viewer | null, report: Kept): boolean =>
  viewer !== null &&
  isImpartial(viewer, report) &&
  (isModerator(viewer) ||
    (!report.isModerators &&
      viewer.person !== report.reporterId &&
      hasNetworkRole(viewer, report.networks, ["SECRETARIAT"])));

/** Whoever reported it, and those who decide such things; never those whose it is. */
export const canSeeReport = (viewer: Viewer | null, report: Kept): boolean =>
  viewer !== null &&
  (viewer.person === report.reporterId ||
    (isImpartial(viewer, report) &&
      (isModerator(viewer) || hasNetworkRole(viewer, report.networks, ["SECRETARIAT"]))));
