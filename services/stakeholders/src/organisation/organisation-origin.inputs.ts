import { DateScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { Field, InputType } from "type-graphql";

@InputType({ description: "What an organisation is called as well, or was called before." })
export class OrganisationOtherNameInput {
  @Field(() => String, { description: "The name." })
  name!: string;

  @Field(() => LanguageTagScalar, { nullable: true, description: "In which language." })
  language?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Since when." })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it was no longer called so. Not before `from`.",
  })
  until?: string | null;
}

@InputType({ description: "A source from which a record was written." })
export class OrganisationProvenanceInput {
  @Field(() => String, { description: "What it is called." })
  source!: string;

  @Field(() => String, { nullable: true, description: "Its http or https address." })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Its licence, such as `CC-BY-4.0`, at most 100 characters.",
  })
  license?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was read. Never a day to come.",
  })
  retrievedOn?: string | null;
}
