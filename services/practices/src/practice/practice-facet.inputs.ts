import { CountryCodeScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { PracticeState } from "./practice-state.enum.ts";

@InputType({ description: "Conditions on numbers; those that are given must all hold." })
export class PracticeNumbersFilter {
  @Field(() => [Int], { nullable: true, description: "At least one of these." })
  anyOf?: number[] | null;

  @Field(() => [Int], { nullable: true, description: "Every one of these." })
  allOf?: number[] | null;

  @Field(() => [Int], { nullable: true, description: "Not a single one of these." })
  noneOf?: number[] | null;
}

@InputType({ description: "Conditions on letters; those that are given must all hold." })
export class PracticeLettersFilter {
  @Field(() => [String], { nullable: true, description: "At least one of these." })
  anyOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Every one of these." })
  allOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Not a single one of these." })
  noneOf?: string[] | null;
}

@InputType({ description: "Conditions on countries; those that are given must all hold." })
export class PracticeCountriesFilter {
  @Field(() => [CountryCodeScalar], { nullable: true, description: "At least one of these." })
  anyOf?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "Every one of these." })
  allOf?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "Not a single one of these." })
  noneOf?: string[] | null;
}

@InputType({ description: "Conditions on ids; those that are given must all hold." })
export class PracticeIdsFilter {
  @Field(() => [ID], { nullable: true, description: "At least one of these." })
  anyOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Every one of these." })
  allOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Not a single one of these." })
  noneOf?: string[] | null;
}

@InputType({ description: "Conditions on states; those that are given must all hold." })
export class PracticeStatesFilter {
  @Field(() => [PracticeState], { nullable: true, description: "At least one of these." })
  anyOf?: PracticeState[] | null;

  @Field(() => [PracticeState], { nullable: true, description: "Not a single one of these." })
  noneOf?: PracticeState[] | null;
}
