import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { IntroductionAnswer, IntroductionOutcome } from "./introduction-request.enum.ts";

@InputType({ description: "Who wants to be introduced to whom, and by whom." })
export class RequestIntroductionInput extends MutationInput {
  @Field(() => ID, { description: "The organisation of the viewer that asks." })
  seeker!: string;

  @Field(() => ID, { description: "The organisation that is sought." })
  target!: string;

  @Field(() => ID, { description: "The organisation that is to introduce the two." })
  over!: string;

  @Field(() => String, { description: "Why, in plain text of at most 2,000 characters." })
  text!: string;
}

@InputType({ description: "An answer to a request to be introduced." })
export class AnswerIntroductionInput extends MutationInput {
  @Field(() => ID, { description: "The request." })
  introduction!: string;

  @Field(() => IntroductionAnswer, { description: "Whether it goes further." })
  answer!: IntroductionAnswer;
}

@InputType({ description: "Whether an introduction has led anywhere." })
export class TellIntroductionOutcomeInput extends MutationInput {
  @Field(() => ID, { description: "The request." })
  introduction!: string;

  @Field(() => IntroductionOutcome, { description: "What came of it, to this side." })
  outcome!: IntroductionOutcome;
}

@ArgsType()
export class IntroductionResultsArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Those asked for on or after this day, in UTC; all that are kept if absent.",
  })
  since?: string | null;
}
