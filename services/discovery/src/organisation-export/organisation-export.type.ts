import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Found organisations as a table." })
export class OrganisationTable {
  @Field(() => String, { description: "What to call it, such as `organisations.csv`." })
  name!: string;

  @Field(() => String, { description: "Its media type, such as `text/csv`." })
  mediaType!: string;

  @Field(() => String, {
    description:
      "Its bytes in base64: a row of titles, a row of HXL hashtags by which an import knows the columns, then a row for each organisation, in the order of the search. Several values in one cell are joined by `; `.",
  })
  base64!: string;
}
