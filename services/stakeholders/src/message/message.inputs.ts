import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "A message to somebody whom the viewer sees." })
export class SendMessageInput extends MutationInput {
  @Field(() => ID, { description: "A person or an organisation." })
  to!: string;

  @Field(() => String, { description: "What it is about, in at most 200 characters." })
  subject!: string;

  @Field(() => String, { description: "Plain text, at most 5,000 characters." })
  text!: string;
}

@InputType({ description: "An answer to a message that one was sent." })
export class ReplyToMessageInput extends MutationInput {
  @Field(() => ID, { description: "The message." })
  message!: string;

  @Field(() => String, { description: "Plain text, at most 5,000 characters." })
  text!: string;
}

@InputType({ description: "Of whom one wants to hear no more." })
export class BlockSenderInput extends MutationInput {
  @Field(() => ID, { description: "A message of theirs." })
  message!: string;
}
