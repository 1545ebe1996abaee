import { connectionOf } from "@convene/shared/connection/connection";
import { Field, Float, ObjectType } from "type-graphql";
import { Introduction } from "../introduction/introduction.type.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PartnerReasonKind } from "./partner.enum.ts";

@ObjectType({ description: "One thing that speaks for a partner." })
class PartnerReason {
  @Field(() => PartnerReasonKind, { description: "What kind of reason it is." })
  kind!: PartnerReasonKind;

  @Field(() => [String], {
    description:
      "What it is about: numbers of objectives, words or codes of a facet, ids of things in the graph, a count or a day. What counts most comes first.",
  })
  values!: string[];

  @Field(() => Float, { description: "Its part of the score. The parts add up to it." })
  weight!: number;

  @Field(() => String, { description: "The same in words, English." })
  sentence!: string;
}

@ObjectType({ description: "An organisation that could become a partner, and why." })
class PartnerSuggestion {
  @Field(() => OrganisationStub, {
    nullable: true,
    description: "The organisation. Null where it has gone since.",
  })
  organisation!: OrganisationStub;

  @Field(() => Float, {
    description:
      "By which suggestions are ranked: the sum of the weights of its reasons. Good for comparing within one answer only.",
  })
  score!: number;

  @Field(() => [PartnerReason], { description: "What speaks for it, the weightiest first." })
  reasons!: PartnerReason[];

  @Field(() => Introduction, {
    nullable: true,
    description:
      "The warmest way to it: as few and as close ties as can be, three at most, none of which is hidden. Null where there is none.",
  })
  introduction!: Introduction | null;
}

export const PartnerSuggestionConnection = connectionOf(() => PartnerSuggestion, {
  name: "PartnerSuggestion",
});
