import type { OrderBy } from "@convene/shared/connection/keyset";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import type { Sql } from "sql-template-tag";
import { FilteredChildLists, loadVisible } from "@convene/shared/connection/filtered-child-lists";
import { holdsOn } from "../period/period.repository.ts";
import { networkAtIsVisible } from "../network/network.repository.ts";
import { NetworkMember } from "./network-member.entity.ts";
import type { NetworkMembersArgs } from "./network-member.inputs.ts";
import { memberIsVisible, membershipVisibleTo } from "./network-member.repository.ts";

/** The longest-standing first. */
const ORDER: readonly OrderBy[] = [
  { column: "t.start_date", direction: "ASC", type: "date" },
  { column: "t.id", direction: "ASC", type: "text" },
];

export const networkMemberLoaders = ({ db: { manager } }: ServiceParts, viewer: Viewer | null) => {
  const listsOf = (parent: string, otherEnd: Sql) =>
    new FilteredChildLists<NetworkMember, NetworkMembersArgs>(manager, ({ onDate, asOf }) => {
      const day = asOf ?? onDate ?? null;
      const where = [otherEnd, ...(day === null ? [] : [holdsOn("t", day)])];
      return { entity: NetworkMember, parent, order: ORDER, where };
    });
  const network = networkAtIsVisible(viewer, "t.network_id");
  return {
    /** Of parents that the viewer sees. */
    membersByNetwork: listsOf("t.network_id", memberIsVisible(viewer)),
    membershipsByOrganisation: listsOf("t.organisation_id", network),
    membershipsByPerson: listsOf("t.person_id", network),
    /** Null for what is gone, or hidden from the viewer. */
    networkMembers: loadVisible(manager, {
      entity: NetworkMember,
      where: membershipVisibleTo(viewer),
    }),
  };
};
