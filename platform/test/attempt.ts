import type { SampleRoleName } from "@convene/shared/permission/sample";
import type { PermissionWorld } from "./permission-world.ts";

/** The input with which a mutation is tried. */
export type Attempt = (id: PermissionWorld["id"], asking: Asking) => object;

export interface Asking {
  readonly role: SampleRoleName;
  /** Whether the table lets them: then what they take away is something of their own. */
  readonly isAllowed: boolean;
}
