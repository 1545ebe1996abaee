import { hasNetworkRole, isModerator, type Viewer } from "@convene/shared/viewer";
import type { Report } from "./report.entity.ts";

type Kept = Pick<Report, "reporterId" | "networks">;

/** Whoever is signed in, and tied to a person: what became of it is told to them. */
export const canReport = (viewer: Viewer): boolean => viewer.person !== null;

/** Moderators; and the secretariat of a network, of what stands in it. */
export const canDecide = (viewer: Viewer | null, { networks }: Pick<Kept, "networks">): boolean =>
  isModerator(viewer) || hasNetworkRole(viewer, networks, ["SECRETARIAT"]);

export const canSeeReport = (viewer: Viewer | null, report: Kept): boolean =>
  viewer !== null && (viewer.person === report.reporterId || canDecide(viewer, report));
