import type { Permission } from "@convene/shared/permission/permission";
import { convenes } from "../convener/convener.permission.ts";

export const agendaTemplatePermissions: readonly Permission[] = [
  { mutation: "setAgendaTemplate", of: "of a group that everybody sees", ...convenes },
  { mutation: "applyAgendaTemplate", of: "a group's meeting that everybody sees", ...convenes },
];
