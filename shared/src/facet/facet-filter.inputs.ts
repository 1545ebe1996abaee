import { type ClassType, Field, ID, InputType, Int } from "type-graphql";
import { CountryCodeScalar } from "../scalars.ts";

/*
 * The one family of filters on facets, and its two shapes. Where a record may hold many values of
 * a facet (countries, objectives): anyOf, allOf, noneOf. Where it holds one, or none (a status, a
 * network): anyOf and noneOf, for nothing is two at once; these are the `Single…` types, and all
 * filters on enums. All lists that are given must hold. A list that is absent or null asks nothing;
 * an empty `anyOf` keeps nothing, an empty `allOf` or `noneOf` keeps everything.
 *
 * Services share these types: federation merges those of one name, so they must be the same
 * everywhere. One that a service needs otherwise is an input of its own, under its own name.
 */

/** Asks for the value of a record that holds one, or none. */
export interface SingleFacetFilter<T> {
  anyOf?: T[] | null;
  noneOf?: T[] | null;
}

/** Asks for the values of a record that may hold many. */
export interface FacetFilter<T> extends SingleFacetFilter<T> {
  allOf?: T[] | null;
}

const ANY_OF = "Holds at least one of these. Of an empty list nothing holds one.";
const ALL_OF = "Holds every one of these. Of an empty list everything does.";
const NONE_OF = "Holds none of these. Of an empty list everything does.";

const about = (values: string): string =>
  `A filter on a facet of ${values}. All lists given must hold; each has up to 100 values.`;

@InputType({ description: about("many texts or codes") })
export class TextFacetFilter implements FacetFilter<string> {
  @Field(() => [String], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: ALL_OF })
  allOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}

@InputType({ description: about("many things with an id") })
export class IdFacetFilter implements FacetFilter<string> {
  @Field(() => [ID], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: ALL_OF })
  allOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}

@InputType({ description: about("many numbers") })
export class NumberFacetFilter implements FacetFilter<number> {
  @Field(() => [Int], { nullable: true, description: ANY_OF })
  anyOf?: number[] | null;

  @Field(() => [Int], { nullable: true, description: ALL_OF })
  allOf?: number[] | null;

  @Field(() => [Int], { nullable: true, description: NONE_OF })
  noneOf?: number[] | null;
}

@InputType({ description: about("many countries") })
export class CountryFacetFilter implements FacetFilter<string> {
  @Field(() => [CountryCodeScalar], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: ALL_OF })
  allOf?: string[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}

@InputType({ description: about("one text or code, or none") })
export class SingleTextFacetFilter implements SingleFacetFilter<string> {
  @Field(() => [String], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [String], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}

@InputType({ description: about("one thing with an id, or none") })
export class SingleIdFacetFilter implements SingleFacetFilter<string> {
  @Field(() => [ID], { nullable: true, description: ANY_OF })
  anyOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: NONE_OF })
  noneOf?: string[] | null;
}

/**
 * The filter on a facet that has one value of an enum, such as
 * `enumFacetFilter(() => MeetingStatus, "MeetingStatusFacetFilter")`. Made once for each enum, by
 * the service that owns it.
 */
export function enumFacetFilter<T extends string>(
  values: () => Readonly<Record<string, T>>,
  name: string,
): ClassType<SingleFacetFilter<T>> {
  const of = name.replace(/FacetFilter$/, "");

  @InputType(name, { description: about(`one ${of}`) })
  class EnumFacetFilter implements SingleFacetFilter<T> {
    @Field(() => [values()], { nullable: true, description: ANY_OF })
    anyOf?: T[] | null;

    @Field(() => [values()], { nullable: true, description: NONE_OF })
    noneOf?: T[] | null;
  }
  return EnumFacetFilter;
}
