import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Found things of all types as a table." })
export class SearchTable {
  @Field(() => String, { description: "What to call it, such as `things.csv`." })
  name!: string;

  @Field(() => String, { description: "Its media type, such as `text/csv`." })
  mediaType!: string;

  @Field(() => String, {
    description:
      "Its bytes in base64: a row of titles, a row of HXL hashtags, then a row for each thing, in the order of the search. Several values in one cell are joined by `; `.",
  })
  base64!: string;
}
