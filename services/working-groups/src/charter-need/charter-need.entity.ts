import { CountryCodeScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Whom a group's charter asks for: a constituency, a region, or a constituency of a region.",
})
export class CharterNeed {
  @Field(() => String, { description: "What it is called in the charter, such as `East Africa`." })
  label!: string;

  @Field(() => [String], {
    description: "Stakeholder categories of which any will do, such as `migrants`; empty for all.",
  })
  categories!: string[];

  @Field(() => [CountryCodeScalar], {
    description: "Countries of work of which any will do; empty for all.",
  })
  countries!: string[];

  @Field(() => Int, { description: "How many organisations should sit for it." })
  atLeast!: number;
}

/** As it is kept: a column of its group. */
export type KeptNeed = Pick<CharterNeed, keyof CharterNeed>;
