import { CountryCodeScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Who covers one objective in one country, in counts. Zeros are gaps." })
class CoverageCell {
  @Field(() => Int, { nullable: true, description: "Null where all objectives are told together." })
  objective!: number | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "Null where all countries are told together.",
  })
  country!: string | null;

  @Field(() => Int, { description: "Organisations that work on it there." })
  organisations!: number;

  @Field(() => Int, { description: "Published practices on it from there." })
  practices!: number;

  @Field(() => Int, {
    description:
      "Working groups on it, other than concluded ones, of a network of that country. Those of no country are in no cell that has one.",
  })
  groups!: number;
}

@ObjectType({
  description: "Who covers what, as far as the viewer may see: gaps are where nobody does.",
})
export class Coverage {
  @Field(() => [CoverageCell], {
    description: "One for each combination that was asked for, by objective, then by country.",
  })
  cells!: CoverageCell[];
}
