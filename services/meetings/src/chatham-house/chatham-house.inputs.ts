import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "What is held under the Chatham House Rule." })
export class ApplyChathamHouseRuleInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  meeting!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The one item of its agenda that is; the whole meeting unless given.",
  })
  agendaItem?: string | null;
}
