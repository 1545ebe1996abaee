import {
  CountryFacetFilter,
  enumFacetFilter,
  IdFacetFilter,
  NumberFacetFilter,
  type SingleFacetFilter,
  SingleIdFacetFilter,
  TextFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import {
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  LanguageTagScalar,
} from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { PracticeState } from "./practice-state.enum.ts";

const PracticeStateFacetFilter = enumFacetFilter(() => PracticeState, "PracticeStateFacetFilter");

@InputType({ description: "Which practices are wanted. All that is given must hold." })
export class PracticeFilter {
  @Field(() => NumberFacetFilter, {
    nullable: true,
    description: "The objectives of the Compact that it serves, by number, 1 to 23.",
  })
  objectives?: NumberFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description: "The guiding principles that it shows, by letter, a to j.",
  })
  guidingPrinciples?: TextFacetFilter | null;

  @Field(() => NumberFacetFilter, {
    nullable: true,
    description: "The Sustainable Development Goals that it serves, by number, 1 to 17.",
  })
  sdgs?: NumberFacetFilter | null;

  @Field(() => CountryFacetFilter, { nullable: true, description: "Where it was done." })
  countries?: CountryFacetFilter | null;

  @Field(() => SingleIdFacetFilter, {
    nullable: true,
    description: "Its type, by the ids of `practiceTypes`.",
  })
  types?: SingleIdFacetFilter | null;

  @Field(() => PracticeStateFacetFilter, { nullable: true, description: "How far it has come." })
  states?: SingleFacetFilter<PracticeState> | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description: "The organisations that take part in it, whether as implementer or as partner.",
  })
  organisations?: IdFacetFilter | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Published at this instant or later.",
  })
  publishedSince?: Date | null;
}

@InputType({ description: "A practice to enter, as a draft." })
export class CreatePracticeInput extends MutationInput {
  @Field(() => String, { description: "Short and descriptive, at most 300 characters." })
  title!: string;

  @Field(() => String, { description: "Plain text, at most 5,000 characters." })
  summary!: string;

  @Field(() => ID, { nullable: true, description: "An id of `practiceTypes`." })
  type?: string | null;

  @Field(() => LanguageTagScalar, {
    nullable: true,
    description: "The language of title and summary.",
  })
  language?: string | null;

  @Field(() => [Int], { description: "At least one of the objectives 1 to 23." })
  objectives!: number[];

  @Field(() => [String], { nullable: true, description: "Letters of the principles, a to j." })
  guidingPrinciples?: string[] | null;

  @Field(() => [Int], { nullable: true, description: "Sustainable Development Goals, 1 to 17." })
  sdgs?: number[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "Where it was done." })
  countries?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: "Its first day." })
  startDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its last day; none while it goes on." })
  endDate?: string | null;

  @Field(() => [ID], { description: "The organisations that carry it out, the leading one first." })
  implementers!: string[];

  @Field(() => [ID], { nullable: true, description: "The organisations that support it." })
  partners?: string[] | null;
}

@InputType({ description: "A change of a practice's text. What is left out stays as it is." })
export class UpdatePracticeInput extends MutationInput {
  @Field(() => ID, { description: "The practice." })
  id!: string;

  @Field(() => String, { nullable: true, description: "At most 300 characters." })
  title?: string | null;

  @Field(() => String, { nullable: true, description: "Plain text, at most 5,000 characters." })
  summary?: string | null;

  @Field(() => ID, { nullable: true, description: "An id of `practiceTypes`; null for none." })
  type?: string | null;

  @Field(() => LanguageTagScalar, {
    nullable: true,
    description: "The language of title and summary; null for unknown.",
  })
  language?: string | null;

  @Field(() => [Int], { nullable: true, description: "At least one of the objectives 1 to 23." })
  objectives?: number[] | null;

  @Field(() => [String], { nullable: true, description: "Letters of the principles, a to j." })
  guidingPrinciples?: string[] | null;

  @Field(() => [Int], { nullable: true, description: "Sustainable Development Goals, 1 to 17." })
  sdgs?: number[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "Where it was done." })
  countries?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: "Its first day; null for unknown." })
  startDate?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Its last day; null while it goes on.",
  })
  endDate?: string | null;
}
