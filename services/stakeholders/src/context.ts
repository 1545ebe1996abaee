import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { Viewer } from "@convene/shared/viewer";
import { GuidingPrinciple } from "./guiding-principle/guiding-principle.entity.ts";
import { Objective } from "./objective/objective.entity.ts";
import { invitationLoaders } from "./invitation/invitation.loaders.ts";
import { networkJoinRequestLoaders } from "./network-join-request/network-join-request.loaders.ts";
import { networkMemberLoaders } from "./network-member/network-member.loaders.ts";
import { networkLoaders } from "./network/network.loaders.ts";
import { organisationLoaders } from "./organisation/organisation.loaders.ts";
import { ownershipClaimLoaders } from "./ownership-claim/ownership-claim.loaders.ts";
import { personLoaders } from "./person/person.loaders.ts";
import { loadReference } from "./reference/reference.loaders.ts";
import { Region } from "./region/region.entity.ts";
import { relationshipLoaders } from "./relationship/relationship.loaders.ts";
import { reportLoaders } from "./report/report.loaders.ts";
import { roleLoaders } from "./role/role.loaders.ts";
import { RoundTable } from "./round-table/round-table.entity.ts";
import { StakeholderCategory } from "./stakeholder-category/stakeholder-category.entity.ts";
import { SustainableDevelopmentGoal } from "./sustainable-development-goal/sustainable-development-goal.entity.ts";

export type Loaders = ReturnType<typeof createLoaders>;
export type Context = ServiceContext<Loaders>;

/** One fresh set for each request: nothing is cached across viewers. */
export const createLoaders = (parts: ServiceParts, viewer: Viewer | null) => ({
  ...referenceLoaders(parts),
  ...organisationLoaders(parts, viewer),
  ...personLoaders(parts, viewer),
  ...roleLoaders(parts, viewer),
  ...networkLoaders(parts, viewer),
  ...networkMemberLoaders(parts, viewer),
  ...networkJoinRequestLoaders(parts, viewer),
  ...relationshipLoaders(parts, viewer),
  ...invitationLoaders(parts, viewer),
  ...reportLoaders(parts),
  ...ownershipClaimLoaders(parts),
});

const referenceLoaders = ({ db: { manager } }: ServiceParts) => ({
  objectives: loadReference<number, Objective>(manager, { entity: Objective, key: "number" }),
  roundTables: loadReference<number, RoundTable>(manager, { entity: RoundTable, key: "number" }),
  regions: loadReference<string, Region>(manager, { entity: Region, key: "id" }),
  guidingPrinciples: loadReference<string, GuidingPrinciple>(manager, {
    entity: GuidingPrinciple,
    key: "letter",
  }),
  sustainableDevelopmentGoals: loadReference<number, SustainableDevelopmentGoal>(manager, {
    entity: SustainableDevelopmentGoal,
    key: "number",
  }),
  stakeholderCategories: loadReference<string, StakeholderCategory>(manager, {
    entity: StakeholderCategory,
    key: "id",
  }),
});
