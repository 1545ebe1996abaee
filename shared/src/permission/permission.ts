import { AppError } from "../errors.ts";
import { requireWriter, type Viewer } from "../viewer.ts";

/** What comes of a mutation, as far as it depends on who asks: it may be tried, or is refused so. */
export type Decision = "allowed" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND";

/** A mutation as the table of permissions tells of it: its name, and the policies that decide. */
export interface MutationPermission {
  /** In the graph, such as `updateOrganisation`. */
  readonly mutation: string;
  /** What the row is about; together with the name it is the row's own. */
  readonly of: string;
  /** Whether what it is about is there for the viewer; left out where there is nothing to see. */
  readonly sees?: (viewer: Viewer) => boolean;
  readonly may: (viewer: Viewer) => boolean;
}

/** A field that not everybody is shown who sees its record; or a record as a whole. */
export interface FieldPermission {
  /** `Type.field` of the graph, or `Type`. */
  readonly field: string;
  /** What the row is about; together with the name it is the row's own. */
  readonly of: string;
  readonly shows: (viewer: Viewer | null) => boolean;
}

/** Doors that stand open: everybody is answered, of what they see. */
export const openToAll = (of: string, fields: readonly string[]): FieldPermission[] =>
  fields.map((field) => ({ field, of, shows: () => true }));

/** A row of the table of permissions. Its answers are computed by the policies themselves. */
export type Permission = MutationPermission | FieldPermission;

export const isMutation = (permission: Permission): permission is MutationPermission =>
  "mutation" in permission;

/** In the order of every service: first whether somebody may write at all, then as here. */
export function decide(
  { sees, may }: Pick<MutationPermission, "sees" | "may">,
  viewer: Viewer | null,
): Decision {
  const refused = refusedToWrite(viewer);
  if (refused !== null || viewer === null) return refused ?? "UNAUTHENTICATED";
  if (sees && !sees(viewer)) return "NOT_FOUND";
  return may(viewer) ? "allowed" : "FORBIDDEN";
}

function refusedToWrite(viewer: Viewer | null): Decision | null {
  try {
    requireWriter({ viewer });
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.extensions["code"] === "UNAUTHENTICATED" ? "UNAUTHENTICATED" : "FORBIDDEN";
  }
}
