import type { Permission } from "@convene/shared/permission/permission";
import { canLiftBounce, canSeeBounces } from "./bounce.policy.ts";

const of = "an address to which mail came back";

export const bouncePermissions: readonly Permission[] = [
  { mutation: "liftBounce", of, sees: canSeeBounces, may: canLiftBounce },
  { field: "Query.bounces", of, shows: canSeeBounces },
];
