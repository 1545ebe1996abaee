import { connectionOf } from "@convene/shared/connection/connection";
import { Role } from "./role.entity.ts";

export const RoleConnection = connectionOf(() => Role, { name: "Role" });
