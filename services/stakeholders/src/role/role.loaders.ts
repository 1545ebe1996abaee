import type { OrderBy } from "@convene/shared/connection/keyset";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { FilteredChildLists } from "@convene/shared/connection/filtered-child-lists";
import { holdsOn } from "../period/period.repository.ts";
import { organisationAtIsVisible } from "../organisation/organisation.repository.ts";
import { Role } from "./role.entity.ts";
import type { RolesArgs } from "./role.inputs.ts";

/** The latest first. */
const ORDER: readonly OrderBy[] = [
  { column: "t.start_date", direction: "DESC", type: "date" },
  { column: "t.id", direction: "DESC", type: "text" },
];

export const roleLoaders = ({ db: { manager } }: ServiceParts, viewer: Viewer | null) => ({
  /** For organisations that the viewer sees. */
  rolesByOrganisation: new FilteredChildLists<Role, RolesArgs>(manager, ({ onDate }) => ({
    entity: Role,
    parent: "t.organisation_id",
    order: ORDER,
    where: onDate == null ? [] : [holdsOn("t", onDate)],
  })),
  /** For people whom the viewer sees. */
  rolesByPerson: new FilteredChildLists<Role, RolesArgs>(manager, ({ onDate }) => ({
    entity: Role,
    parent: "t.person_id",
    order: ORDER,
    where: [
      organisationAtIsVisible(viewer, "t.organisation_id"),
      ...(onDate == null ? [] : [holdsOn("t", onDate)]),
    ],
  })),
});
