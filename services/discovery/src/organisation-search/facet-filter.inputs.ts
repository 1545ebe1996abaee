import { Field, ID, InputType, Int } from "type-graphql";

/** What a record must hold of one facet. The three compose; each that is absent asks nothing. */
export interface FacetFilter<T> {
  anyOf?: T[] | null;
  allOf?: T[] | null;
  noneOf?: T[] | null;
}

const ANY_OF = "Holds at least one of these. Of an empty list nobody holds one.";
const ALL_OF = "Holds every one of these.";
const NONE_OF = "Holds none of these.";

@InputType({ description: "A filter on one facet whose values are texts or codes." })
export class TextFacetFilter implements FacetFilter<string> {
  @Field(() => [String], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: ALL_OF })
  allOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}

@InputType({ description: "A filter on one facet whose values are numbers." })
export class NumberFacetFilter implements FacetFilter<number> {
  @Field(() => [Int], { nullable: true, description: ANY_OF })
  anyOf?: number[] | null;

  @Field(() => [Int], { nullable: true, description: ALL_OF })
  allOf?: number[] | null;

  @Field(() => [Int], { nullable: true, description: NONE_OF })
  noneOf?: number[] | null;
}

@InputType({ description: "A filter on one facet whose values are things with an id." })
export class IdFacetFilter implements FacetFilter<string> {
  @Field(() => [ID], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: ALL_OF })
  allOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}
