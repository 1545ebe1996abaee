import { type GraphQLInputObjectType, isInputObjectType, printType } from "graphql";
import {
  Arg,
  buildSchemaSync,
  Field,
  InputType,
  Query,
  registerEnumType,
  Resolver,
} from "type-graphql";
import {
  CountryFacetFilter,
  enumFacetFilter,
  type FacetFilter,
  IdFacetFilter,
  NumberFacetFilter,
  type SingleFacetFilter,
  SingleIdFacetFilter,
  SingleTextFacetFilter,
  TextFacetFilter,
} from "./facet-filter.inputs.ts";

enum Colour {
  RED = "RED",
  BLUE = "BLUE",
}

registerEnumType(Colour, { name: "Colour" });

const ColourFacetFilter = enumFacetFilter(() => Colour, "ColourFacetFilter");

@InputType()
class ThingFilter {
  @Field(() => TextFacetFilter, { nullable: true })
  texts?: FacetFilter<string> | null;

  @Field(() => IdFacetFilter, { nullable: true })
  ids?: FacetFilter<string> | null;

  @Field(() => NumberFacetFilter, { nullable: true })
  numbers?: FacetFilter<number> | null;

  @Field(() => CountryFacetFilter, { nullable: true })
  countries?: FacetFilter<string> | null;

  @Field(() => SingleTextFacetFilter, { nullable: true })
  text?: SingleFacetFilter<string> | null;

  @Field(() => SingleIdFacetFilter, { nullable: true })
  id?: SingleFacetFilter<string> | null;

  @Field(() => ColourFacetFilter, { nullable: true })
  colours?: SingleFacetFilter<Colour> | null;
}

@Resolver()
class ThingResolver {
  @Query(() => String)
  things(@Arg("filter", () => ThingFilter) filter: ThingFilter): string {
    return JSON.stringify(filter);
  }
}

const schema = buildSchemaSync({ resolvers: [ThingResolver], orphanedTypes: [] });
const family = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLInputObjectType =>
    isInputObjectType(type) && type.name.endsWith("FacetFilter"),
);
const shapeOf = (type: GraphQLInputObjectType) =>
  Object.values(type.getFields()).map(({ name, type: its }) => `${name}: ${String(its)}`);

it("has one shape for facets of many values, and one for those of a single one", () => {
  const many = (of: string) => [`anyOf: [${of}!]`, `allOf: [${of}!]`, `noneOf: [${of}!]`];
  const one = (of: string) => [`anyOf: [${of}!]`, `noneOf: [${of}!]`];
  expect(Object.fromEntries(family.map((type) => [type.name, shapeOf(type)]))).toEqual({
    TextFacetFilter: many("String"),
    IdFacetFilter: many("ID"),
    NumberFacetFilter: many("Int"),
    CountryFacetFilter: many("CountryCode"),
    SingleTextFacetFilter: one("String"),
    SingleIdFacetFilter: one("ID"),
    ColourFacetFilter: one("Colour"),
  });
});

it("says of every list what an empty one means", () => {
  for (const type of family) {
    for (const { description } of Object.values(type.getFields())) {
      expect(description).toContain("Of an empty list");
    }
  }
});

it("tells what a filter on an enum is about", () => {
  const type = schema.getType("ColourFacetFilter");
  expect(printType(type as GraphQLInputObjectType)).toContain("a facet of one Colour.");
});
