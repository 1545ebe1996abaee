import { DateScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "What an organisation is called as well, or was called before. Searches and imports find it by that too.",
})
export class OrganisationOtherName {
  @Field(() => String, { description: "The name." })
  name!: string;

  @Field(() => LanguageTagScalar, {
    nullable: true,
    description: "In which language; null where nobody said.",
  })
  language!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Since when; null for unknown." })
  from!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it was no longer called so; null for still, or unknown.",
  })
  until!: string | null;

  /** The merge that brought it, and takes it away when it is undone. */
  mergeId?: string;
}
