import type { OrderBy } from "@convene/shared/connection/keyset";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { today } from "@convene/shared/today";
import type { Viewer } from "@convene/shared/viewer";
import { FilteredChildLists, loadVisible } from "@convene/shared/connection/filtered-child-lists";
import { Organisation } from "../organisation/organisation.entity.ts";
import { organisationVisibleTo } from "../organisation/organisation.repository.ts";
import { Relationship } from "./relationship.entity.ts";
import type { PartnersArgs, RelationshipsArgs } from "./relationship.inputs.ts";
import {
  filterSql,
  heldAsOf,
  partnersByEnd,
  relationshipsByEnd,
  relationshipVisibleTo,
} from "./relationship.repository.ts";

/** The latest entered first: ids rise with time. */
const ORDER: readonly OrderBy[] = [{ column: "t.id", direction: "DESC", type: "text" }];

const BY_NAME: readonly OrderBy[] = [
  { column: "t.name_key", direction: "ASC", type: "text" },
  { column: "t.id", direction: "ASC", type: "text" },
];

export const relationshipLoaders = ({ db: { manager } }: ServiceParts, viewer: Viewer | null) => ({
  /** Null for what is gone, or hidden from the viewer. */
  relationships: loadVisible(manager, {
    entity: Relationship,
    where: relationshipVisibleTo(viewer),
  }),
  relationshipsByOrganisation: new FilteredChildLists<Relationship, RelationshipsArgs>(
    manager,
    ({ filter, asOf }) => ({
      entity: Relationship,
      from: relationshipsByEnd,
      parent: "t.end_id",
      order: ORDER,
      where: [
        ...filterSql(filter),
        ...(asOf == null ? [] : [heldAsOf(asOf)]),
        ...relationshipVisibleTo(viewer),
      ],
    }),
  ),
  partnersByOrganisation: new FilteredChildLists<Organisation, PartnersArgs>(
    manager,
    ({ asOf }) => ({
      entity: Organisation,
      from: partnersByEnd(asOf ?? today()),
      parent: "t.end_id",
      order: BY_NAME,
      where: [organisationVisibleTo(viewer)],
    }),
  ),
});
