import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { PersonStub } from "../person/person.stub.ts";
import { InterpretationNeed } from "./interpretation-need.entity.ts";
import { SetInterpretationNeedsInput } from "./interpretation.inputs.ts";
import { needsSeen } from "./interpretation.loaders.ts";
import { canSetNeeds } from "./interpretation.policy.ts";
import type { InterpretationService } from "./interpretation.service.ts";
import { InterpretationCount } from "./interpretation.type.ts";

@Resolver(() => InterpretationNeed)
class InterpretationNeedResolver {
  constructor(private readonly needs: InterpretationService) {}

  @Query(() => InterpretationNeed, {
    nullable: true,
    description: "What the viewer needs interpreted at every meeting. Null: nothing was entered.",
  })
  myInterpretationNeeds(@Ctx() { viewer }: Context): Promise<InterpretationNeed | null> {
    return this.needs.mine(viewer);
  }

  @Mutation(() => InterpretationNeed, {
    nullable: true,
    description:
      "Enters from and into which languages one needs interpretation, at every meeting or at one. For themselves, and for the delegate of their seat.",
  })
  setInterpretationNeeds(
    @Arg("input", () => SetInterpretationNeedsInput, { description: "Which languages." })
    input: SetInterpretationNeedsInput,
    @Ctx() context: Context,
  ): Promise<InterpretationNeed> {
    return this.needs.set(requireWriter(context), input);
  }

  @FieldResolver(() => PersonStub, { nullable: true, description: "Whose they are." })
  @Personal(whoIsNamed)
  person(@Root() { personId }: InterpretationNeed, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.person, personId);
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "At which meeting. Null: wherever nothing else was entered.",
  })
  meeting(@Root() { meetingId }: InterpretationNeed, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.meeting, meetingId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may enter them anew." })
  viewerCanEdit(
    @Root() { personId, recordedById }: InterpretationNeed,
    @Ctx() { viewer }: Context,
  ): boolean {
    return canSetNeeds(viewer, { personId, delegates: [recordedById] });
  }
}

@Resolver(() => Meeting)
class MeetingInterpretationResolver {
  @FieldResolver(() => InterpretationNeed, {
    nullable: true,
    description:
      "What the viewer needs interpreted at this meeting, or else at every one. Null: nothing was entered.",
  })
  viewerInterpretationNeeds(@Root() { id }: Meeting, @Ctx() { loaders }: Context) {
    return loaders.ownNeedsAt.load(id);
  }

  @FieldResolver(() => [InterpretationCount], {
    nullable: true,
    description:
      "What those need who may come: who fills the seats, and of whom it is recorded, those apart who do not come, and people whom the viewer does not see. The most needed first. Null for all but co-leads of the group and the secretariat of the network.",
  })
  interpretationNeeds(
    @Root() meeting: Meeting,
    @Ctx() context: Context,
  ): Promise<InterpretationCount[]> | null {
    return needsSeen(context, meeting);
  }
}

export const interpretationResolvers = (needs: InterpretationService) => [
  new InterpretationNeedResolver(needs),
  new MeetingInterpretationResolver(),
];
