import { MutationInput } from "@convene/shared/mutation-input";
import { LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

/** By default and initially the same. */
const NONE: never[] = [];

@InputType({
  description:
    "From and into which languages somebody needs interpretation. It takes the place of what was entered before; two empty lists say that they need none.",
})
export class SetInterpretationNeedsInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Whose it is: the viewer's own unless given. Of others: of the alternate of a seat whose delegate the viewer is, and of who comes to the meeting for that seat.",
  })
  person?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "At which meeting; at every one where nothing else was said, unless given.",
  })
  meeting?: string | null;

  @Field(() => [LanguageTagScalar], {
    defaultValue: NONE,
    description: "The languages into which they need what others say; at most 10.",
  })
  intoLanguages: string[] = NONE;

  @Field(() => [LanguageTagScalar], {
    defaultValue: NONE,
    description: "The languages in which they speak; at most 10.",
  })
  fromLanguages: string[] = NONE;
}
