import { CountryCodeScalar } from "@convene/shared/scalars";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "Whom a group's charter asks for: categories, countries, or both." })
export class CharterNeedInput {
  @Field(() => String, {
    description: "What it is called, such as `East Africa`, at most 100 characters. Each once.",
  })
  label!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Ids of stakeholder categories of which any will do; all if absent or empty.",
  })
  categories?: string[] | null;

  @Field(() => [CountryCodeScalar], {
    nullable: true,
    description: "Countries of work of which any will do; all if absent or empty.",
  })
  countries?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Regions of the Hub (`regions`), such as `africa`: all their countries, beside those of `countries`.",
  })
  regions?: string[] | null;

  @Field(() => Int, {
    defaultValue: 1,
    description: "How many organisations should sit for it, from 1 to 100.",
  })
  atLeast: number = 1;
}
