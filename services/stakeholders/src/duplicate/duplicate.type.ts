import { connectionOf } from "@convene/shared/connection/connection";
import { Field, Float, ObjectType } from "type-graphql";
import { DuplicateReason } from "./duplicate.enum.ts";

@ObjectType({
  description: "That two records look like one organisation. Nobody has said so: see for yourself.",
})
export class DuplicateSuggestion {
  organisationId!: string;
  otherId!: string;

  @Field(() => Float, { description: "From 0 to 1: how much speaks for it." })
  score!: number;

  @Field(() => [DuplicateReason], { description: "What speaks for it." })
  reasons!: DuplicateReason[];
}

export const DuplicateSuggestionConnection = connectionOf(() => DuplicateSuggestion, {
  name: "DuplicateSuggestion",
});
