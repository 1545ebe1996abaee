import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType, Int } from "type-graphql";
import { ApiKeyScope } from "./api-key.enum.ts";

@InputType({ description: "A key for a script of one's own." })
export class CreateApiKeyInput extends MutationInput {
  @Field(() => String, { description: "What it is for, in at most 100 characters." })
  name!: string;

  @Field(() => [ApiKeyScope], {
    defaultValue: [ApiKeyScope.READ],
    description: "What it may be used for; READ is always among it.",
  })
  scopes!: ApiKeyScope[];

  @Field(() => Int, {
    defaultValue: 90,
    description: "After how many days it ends by itself, 1 to 365.",
  })
  expiresInDays!: number;
}

@InputType({ description: "One of one's own keys, which is to end at once." })
export class RevokeApiKeyInput extends MutationInput {
  @Field(() => ID, { description: "Which key." })
  id!: string;
}
