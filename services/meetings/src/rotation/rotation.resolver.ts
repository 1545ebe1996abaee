import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { sitsThere } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { MeetingRole } from "./meeting-role.enum.ts";
import { MeetingTurn } from "./meeting-turn.entity.ts";
import { RotationHolder } from "./rotation-holder.entity.ts";
import { Rotation } from "./rotation.entity.ts";
import { AssignMeetingTurnInput, SetMeetingRotationInput } from "./rotation.inputs.ts";
import { organisationOfHolder, personOfHolder, turnAt } from "./rotation.loaders.ts";
import { type RotationParts, RotationService } from "./rotation.service.ts";

const CONVENERS = "For co-leads of the group, and the secretariat of the network.";
const ORGANISATION =
  "The organisation, or that of the seat. Null for a person, and for one that is gone or hidden from the viewer.";
const PERSON =
  "The person, or the delegate of the seat. Null for an organisation, and for somebody who is gone or hidden from the viewer.";
const UNNAMED = "Null where nobody was named, and under the Chatham House Rule.";

@Resolver(() => MeetingSeries)
class SeriesRotationResolver {
  constructor(private readonly service: RotationService) {}

  @Mutation(() => MeetingSeries, {
    nullable: true,
    description: `Sets how hosts or chairs of a series take turns, from its next meeting on. ${CONVENERS}`,
  })
  setMeetingRotation(
    @Arg("input", () => SetMeetingRotationInput, { description: "How the role goes round." })
    input: SetMeetingRotationInput,
    @Ctx() context: Context,
  ): Promise<MeetingSeries> {
    return this.service.set(requireWriter(context), input);
  }

  @FieldResolver(() => [Rotation], {
    nullable: true,
    description:
      "How hosts and chairs take turns, a rotation for each role that goes round. Null for all who do not sit there; whoever sees `viewerCanEdit` may set them.",
  })
  rotations(@Root() series: MeetingSeries, @Ctx() { viewer, loaders }: Context) {
    return sitsThere(viewer, series) ? loaders.rotationsOfSeries.load(series.id) : null;
  }
}

@Resolver(() => Rotation)
class RotationResolver {
  @FieldResolver(() => [RotationHolder], { description: "Among whom, in their order." })
  holders(
    @Root() { seriesId, role }: Rotation,
    @Ctx() { loaders }: Context,
  ): Promise<RotationHolder[]> {
    return loaders.holdersOfSeries
      .load(seriesId)
      .then((all) =>
        all.filter((one) => one.role === role).sort((one, other) => one.position - other.position),
      );
  }
}

@Resolver(() => RotationHolder)
class RotationHolderResolver {
  @FieldResolver(() => OrganisationStub, { nullable: true, description: ORGANISATION })
  organisation(@Root() { holderId }: RotationHolder, @Ctx() { loaders }: Context) {
    return organisationOfHolder(holderId, loaders);
  }

  @FieldResolver(() => PersonStub, { nullable: true, description: PERSON })
  @Personal(whoIsNamed)
  person(@Root() { holderId }: RotationHolder, @Ctx() { loaders }: Context) {
    return personOfHolder(holderId, loaders);
  }
}

@Resolver(() => Meeting)
class MeetingRolesResolver {
  constructor(private readonly service: RotationService) {}

  @Mutation(() => Meeting, {
    nullable: true,
    description: `Says who hosts or chairs one meeting, of a series or not. ${CONVENERS}`,
  })
  assignMeetingTurn(
    @Arg("input", () => AssignMeetingTurnInput, { description: "Who, and what." })
    input: AssignMeetingTurnInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.service.assign(requireWriter(context), input);
  }

  @FieldResolver(() => MeetingTurn, { nullable: true, description: `Who hosts it. ${UNNAMED}` })
  host(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<MeetingTurn | null> {
    return turnAt(meeting, MeetingRole.HOST, loaders);
  }

  @FieldResolver(() => MeetingTurn, { nullable: true, description: `Who chairs it. ${UNNAMED}` })
  chair(@Root() meeting: Meeting, @Ctx() { loaders }: Context): Promise<MeetingTurn | null> {
    return turnAt(meeting, MeetingRole.CHAIR, loaders);
  }
}

@Resolver(() => MeetingTurn)
class MeetingTurnResolver {
  @FieldResolver(() => OrganisationStub, { nullable: true, description: ORGANISATION })
  organisation(@Root() { holderId }: MeetingTurn, @Ctx() { loaders }: Context) {
    return organisationOfHolder(holderId, loaders);
  }

  @FieldResolver(() => PersonStub, { nullable: true, description: PERSON })
  person(@Root() { holderId }: MeetingTurn, @Ctx() { loaders }: Context) {
    return personOfHolder(holderId, loaders);
  }
}

export function rotationResolvers(parts: RotationParts) {
  const rotations = new RotationService(parts);
  return [
    new SeriesRotationResolver(rotations),
    new RotationResolver(),
    new RotationHolderResolver(),
    new MeetingRolesResolver(rotations),
    new MeetingTurnResolver(),
  ];
}
