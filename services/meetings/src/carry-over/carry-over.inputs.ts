import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { AgendaItemOutcome } from "../agenda-item/agenda-item-outcome.enum.ts";

@InputType({ description: "What became of an agenda item." })
export class SetAgendaItemOutcomeInput extends MutationInput {
  @Field(() => ID, { description: "The agenda item." })
  id!: string;

  @Field(() => AgendaItemOutcome, {
    nullable: true,
    description:
      "What became of it. Null: it is to be seen at the end, by whether something was recorded of it.",
  })
  outcome?: AgendaItemOutcome | null;
}
