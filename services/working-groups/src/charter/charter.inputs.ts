import { MutationInput } from "@convene/shared/mutation-input";
import { LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { CharterNeedInput } from "../charter-need/charter-need.inputs.ts";
import { CharterQuorumInput } from "../charter-quorum/charter-quorum.inputs.ts";

@InputType({ description: "A new version of a group's charter, as a whole." })
export class AdoptCharterInput extends MutationInput {
  @Field(() => ID, { description: "Whose charter it is." })
  group!: string;

  @Field(() => String, { description: "What the group is for; at most 10,000 characters." })
  purpose!: string;

  @Field(() => [CharterNeedInput], {
    description: "The constituencies and regions that it needs, at most 30.",
  })
  needs: CharterNeedInput[] = [];

  @Field(() => CharterQuorumInput, {
    nullable: true,
    description: "How many must be there for a meeting to decide; null for no such rule.",
  })
  quorum?: CharterQuorumInput | null;

  @Field(() => [LanguageTagScalar], {
    description: "In which languages it works, at most 20.",
  })
  languages: string[] = [];

  @Field(() => [LanguageTagScalar], {
    description: "Into which languages somebody interprets at its meetings, at most 20.",
  })
  interpretation: string[] = [];

  @Field(() => String, {
    nullable: true,
    description: "Why: what is new in it; at most 2,000 characters.",
  })
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that it replaces, 0 for none: CONFLICT (`replaces`), with `stored` and `submitted` in its extensions, when another was adopted meanwhile. Unless told it replaces whatever stands.",
  })
  replaces?: number | null;
}
