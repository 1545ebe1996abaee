import { Personal } from "@convene/shared/audit/personal";
import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { Poll } from "../poll/poll.entity.ts";
import { PollAnswer } from "./poll-answer.entity.ts";
import { AnswerPollInput } from "./poll-answer.inputs.ts";
import type { PollAnswerService } from "./poll-answer.service.ts";
import {
  answersSeen,
  canAnswerNow,
  invitedSeen,
  ownOf,
  resultSeen,
} from "./poll-outcome.service.ts";
import { PollSlotResult } from "./poll-slot-result.type.ts";

const PollInvitationConnection = connectionOf(() => PollInvitation, { name: "PollInvitation" });
const PollAnswerConnection = connectionOf(() => PollAnswer, { name: "PollAnswer" });

@Resolver(() => Poll)
class PollAnswersResolver {
  constructor(private readonly service: PollAnswerService) {}

  @Mutation(() => Poll, {
    nullable: true,
    description:
      "Says which times one can make, for an organisation's seat or for oneself, until the deadline. For who fills the seat or acts for the organisation, and for people who are invited themselves.",
  })
  answerPoll(
    @Arg("input", () => AnswerPollInput, { description: "Who answers, and what." })
    input: AnswerPollInput,
    @Ctx() context: Context,
  ): Promise<Poll> {
    return this.service.answer(requireWriter(context), input);
  }

  @FieldResolver(() => PollInvitationConnection, {
    nullable: true,
    description:
      "Who is asked, as far as the viewer sees them. Null for all who may not see the answers.",
  })
  invitations(
    @Root() poll: Poll,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PollInvitation> | null> {
    return invitedSeen(context, poll, args);
  }

  @FieldResolver(() => PollInvitationConnection, {
    nullable: true,
    description: "Those of the invited for whom the viewer answers.",
  })
  viewerInvitations(
    @Root() { id }: Poll,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PollInvitation>> {
    return ownOf(context, id, args);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may answer now." })
  viewerCanAnswer(@Root() poll: Poll, @Ctx() context: Context): Promise<boolean> {
    return canAnswerNow(context, poll);
  }
}

@Resolver(() => PollSlot)
class PollSlotResultResolver {
  @FieldResolver(() => PollSlotResult, {
    nullable: true,
    description: "What was answered. Null for all who may not see the answers.",
  })
  result(@Root() slot: PollSlot, @Ctx() context: Context): Promise<PollSlotResult | null> {
    return resultSeen(context, slot);
  }
}

/** Whose answer it is, where a person is asked and not a seat. */
const whoAnswers = ({ personId }: Pick<PollInvitation, "personId">): string | null => personId;

@Resolver(() => PollInvitation)
class PollInvitationResolver {
  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: "The organisation whose seat it is. Null for a person.",
  })
  organisation(@Root() { organisationId }: PollInvitation, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.organisation, organisationId);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description: "The person who is asked themselves. Null for a seat.",
  })
  @Personal(whoAnswers)
  person(@Root() { personId }: PollInvitation, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.person, personId);
  }

  @FieldResolver(() => PollAnswerConnection, {
    nullable: true,
    description: "What they said, by the order of the times. Null for who may not see it.",
  })
  @Personal(whoAnswers)
  answers(
    @Root() invitation: PollInvitation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PollAnswer> | null> {
    return answersSeen(context, invitation, args);
  }
}

@Resolver(() => PollAnswer)
class PollAnswerResolver {
  @FieldResolver(() => PollSlot, { description: "Of which time." })
  slot(@Root() { slot }: PollAnswer): PollSlot {
    return slot;
  }
}

/** All that tell of answers. */
export const pollAnswerResolvers = (service: PollAnswerService) => [
  new PollAnswersResolver(service),
  new PollSlotResultResolver(),
  new PollInvitationResolver(),
  new PollAnswerResolver(),
];
