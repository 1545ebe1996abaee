import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { loadMaybe } from "@convene/shared/loaders";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { PlannedAttendance } from "./planned-attendance.type.ts";
import { PlanParticipant } from "./plan-participant.type.ts";

const PERSON = "Who. Null for a seat that nobody fills.";
const ORGANISATION = "For which organisation. Null for interpreters.";

@Resolver(() => PlanParticipant)
export class PlanParticipantResolver {
  @FieldResolver(() => PersonStub, { nullable: true, description: PERSON })
  @Personal(whoIsNamed)
  person(@Root() { personId }: PlanParticipant, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.person, personId);
  }

  @FieldResolver(() => OrganisationStub, { nullable: true, description: ORGANISATION })
  organisation(@Root() { organisationId }: PlanParticipant, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.organisation, organisationId);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The last meeting outside of their comfortable hours.",
  })
  lastMeeting(@Root() { lastMeetingId }: PlanParticipant, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.meeting, lastMeetingId);
  }
}

@Resolver(() => PlannedAttendance)
export class PlannedAttendanceResolver {
  @FieldResolver(() => PersonStub, { nullable: true, description: PERSON })
  @Personal(whoIsNamed)
  person(@Root() { personId }: PlannedAttendance, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.person, personId);
  }

  @FieldResolver(() => OrganisationStub, { nullable: true, description: ORGANISATION })
  organisation(@Root() { organisationId }: PlannedAttendance, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.organisation, organisationId);
  }
}
