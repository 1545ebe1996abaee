import { MutationInput } from "@convene/shared/mutation-input";
import { Field, InputType } from "type-graphql";
import { ConsentKind } from "./consent.enum.ts";

@InputType({ description: "What the viewer agrees to." })
export class GiveConsentInput extends MutationInput {
  @Field(() => ConsentKind, { description: "To what." })
  kind!: ConsentKind;

  @Field(() => String, {
    nullable: true,
    description: "Which version they have read, of a notice: the one of now (`noticeVersion`).",
  })
  version?: string | null;
}

@InputType({ description: "What the viewer agrees to no longer." })
export class WithdrawConsentInput extends MutationInput {
  @Field(() => ConsentKind, { description: "To what." })
  kind!: ConsentKind;
}
