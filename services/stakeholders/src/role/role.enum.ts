import { registerEnumType } from "type-graphql";

/** What a role lets a person do for the organisation here. */
export enum RoleAccess {
  OWNER = "OWNER",
  EDITOR = "EDITOR",
  DELEGATE = "DELEGATE",
}

registerEnumType(RoleAccess, {
  name: "RoleAccess",
  description: "What a role lets a person do for the organisation here.",
  valuesConfig: {
    OWNER: { description: "Everything, also to name other owners and editors." },
    EDITOR: { description: "Change its record, and speak for it in relationships." },
    DELEGATE: { description: "Take part for it, and see what only its people see." },
  },
});
