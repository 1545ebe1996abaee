import { MutationInput } from "@convene/shared/mutation-input";
import { LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { StandingItem } from "../agenda-item/standing-item.enum.ts";

@InputType({ description: "An item that stands on every agenda." })
export class TemplateItemInput {
  @Field(() => StandingItem, { description: "What it is; each at most once." })
  standing!: StandingItem;

  @Field(() => String, {
    nullable: true,
    description: "What it is called; by its usual name in the language unless given.",
  })
  title?: string | null;

  @Field(() => Int, { description: "The time to set apart for it, in minutes, 1 to 1,440." })
  durationMinutes!: number;
}

@InputType({ description: "What stands on every agenda, and of what: one of the three." })
export class SetAgendaTemplateInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: "The series." })
  series?: string | null;

  @Field(() => ID, { nullable: true, description: "The group, for all its meetings." })
  group?: string | null;

  @Field(() => ID, { nullable: true, description: "The network, for all meetings of its own." })
  network?: string | null;

  @Field(() => LanguageTagScalar, {
    defaultValue: "en",
    description: "For titles that are not given: `ar`, `en`, `es`, `fr`, `ru` or `zh`.",
  })
  language!: string;

  @Field(() => [TemplateItemInput], {
    description: "The items in their order; none takes the template's items away.",
  })
  items!: TemplateItemInput[];
}

@InputType({ description: "To which agenda the standing items come." })
export class ApplyAgendaTemplateInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  meeting!: string;
}
