import { ConnectionArgs } from "@convene/shared/connection/connection";
import { enumFacetFilter, type SingleFacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { DateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { AnswerReaders, CallAddressees, InputCallState } from "./input-call.enum.ts";

const TITLE = "What it is about; at most 300 characters.";
const TEXT = "What whoever answers should know; at most 10,000 characters.";

const InputCallStateFacetFilter = enumFacetFilter(
  () => InputCallState,
  "InputCallStateFacetFilter",
);
const CallAddresseesFacetFilter = enumFacetFilter(
  () => CallAddressees,
  "CallAddresseesFacetFilter",
);

@InputType({ description: "Which calls for input: all that match every part given." })
export class InputCallFilter {
  @Field(() => InputCallStateFacetFilter, { nullable: true, description: "By where they stand." })
  states?: SingleFacetFilter<InputCallState> | null;

  @Field(() => CallAddresseesFacetFilter, { nullable: true, description: "By whom they ask." })
  addressees?: SingleFacetFilter<CallAddressees> | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Those that this organisation has not answered. Of one for which the viewer does not act, none.",
  })
  unansweredBy?: string | null;
}

@ArgsType()
export class InputCallsArgs extends ConnectionArgs {
  @Field(() => InputCallFilter, { nullable: true, description: "Which; all unless told." })
  filter?: InputCallFilter | null;
}

@InputType({ description: "What a call for input asks." })
export class CallQuestionInput {
  @Field(() => String, { description: "The question, at most 300 characters. Each once." })
  question!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether there is no answer to the call without it.",
  })
  isRequired: boolean = true;
}

@InputType({ description: "A new call for input." })
export class OpenInputCallInput extends MutationInput {
  @Field(() => ID, { description: "The group that asks." })
  group!: string;

  @Field(() => String, { description: TITLE })
  title!: string;

  @Field(() => String, { nullable: true, description: TEXT })
  text?: string | null;

  @Field(() => [CallQuestionInput], { description: "What it asks, from 1 to 20 questions." })
  questions!: CallQuestionInput[];

  @Field(() => CallAddressees, {
    defaultValue: CallAddressees.MEMBERS,
    description: "Whom it asks.",
  })
  addressees: CallAddressees = CallAddressees.MEMBERS;

  @Field(() => AnswerReaders, {
    defaultValue: AnswerReaders.MEMBERS,
    description: "Who reads the answers. It does not change any more.",
  })
  answersShownTo: AnswerReaders = AnswerReaders.MEMBERS;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when it takes answers; from now on unless given.",
  })
  opensAt?: Date | null;

  @Field(() => DateTimeScalar, { description: "Until when: after it opens, and within two years." })
  closesAt!: Date;

  @Field(() => TimeZoneScalar, {
    defaultValue: "UTC",
    description: "In which zone mails name the deadline.",
  })
  timeZone: string = "UTC";
}

@InputType({ description: "What changes of a call for input; what is not given stays." })
export class UpdateInputCallInput extends MutationInput {
  @Field(() => ID, { description: "Which." })
  id!: string;

  @Field(() => String, { nullable: true, description: TITLE })
  title?: string | null;

  @Field(() => String, { nullable: true, description: `${TEXT} Null takes it away.` })
  text?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Another deadline. One that is past closes it now.",
  })
  closesAt?: Date | null;
}
