import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { WorkingGroups1700000100000 } from "../migrations/1700000100000-working-groups.ts";
import { CharterNeeds1800000000060 } from "../migrations/1800000000060-charter-needs.ts";
import { createLoaders } from "./context.ts";
import { NetworkReplica, networkReplica } from "./network/network.replica.ts";
import { OrganisationReplica, organisationReplica } from "./organisation/organisation.replica.ts";
import { PersonReplica, personReplica } from "./person/person.replica.ts";
import { permissions } from "./permissions.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";
import { Seat } from "./seat/seat.entity.ts";
import { turnOfDay } from "./seat/seat.job.ts";
import { groupRolesOf } from "./seat/seat.repository.ts";
import { today } from "@convene/shared/today";
import { UnnmGroup } from "./unnm-workplan/unnm-group.entity.ts";
import { UnnmWorkplan } from "./unnm-workplan/unnm-workplan.entity.ts";
import { loadUnnmWorkplans } from "./unnm-workplan/unnm-workplan.repository.ts";
import { WorkingGroup } from "./working-group/working-group.entity.ts";

/** Who works on what together: groups, and the seats that organisations hold in them. */
export const workingGroups: ServiceDefinition = {
  name: "working-groups",
  entities: [
    WorkingGroup,
    Seat,
    UnnmWorkplan,
    UnnmGroup,
    OrganisationReplica,
    PersonReplica,
    NetworkReplica,
  ],
  migrations: [WorkingGroups1700000100000, CharterNeeds1800000000060],
  replicas: [organisationReplica, personReplica, networkReplica],
  permissions,
  removal,
  createSchema,
  createLoaders,
  claims: async ({ db }, person) => ({ groups: await groupRolesOf(db.manager, person, today()) }),
  loadReference: ({ transactions }) =>
    transactions.write(({ manager }) => loadUnnmWorkplans(manager)),
  daily: turnOfDay,
};
