import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

/** Of a new decision or action. */
@InputType()
export abstract class RecordCommitmentInput extends MutationInput {
  @Field(() => ID, { description: "The meeting that has agreed it." })
  meeting!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The item of its agenda; none for what concerns the meeting as a whole.",
  })
  agendaItem?: string | null;

  @Field(() => String, { description: "What was agreed; at most 2,000 characters." })
  text!: string;

  @Field(() => ID, { nullable: true, description: "The organisation that carries it." })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The person who sees to it." })
  person?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Until when." })
  dueOn?: string | null;
}

/** Of one that is there; what is not given stays. */
@InputType()
export abstract class UpdateCommitmentInput extends MutationInput {
  @Field(() => ID, { description: "Which." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What was agreed." })
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The organisation that carries it. Null takes it away.",
  })
  organisation?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The person who sees to it. Null takes it away.",
  })
  person?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Until when. Null takes it away." })
  dueOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What is said to the new state; only with a state. At most 1,000 characters.",
  })
  note?: string | null;

  abstract state?: string | null;
}
