import { Audience } from "@convene/shared/audience";
import { Field, ObjectType } from "type-graphql";
import { OrganisationField } from "./organisation-field.enum.ts";

@ObjectType({ description: "Who may see one field of those who see the record." })
export class OrganisationFieldAudience {
  @Field(() => OrganisationField, { description: "Which field." })
  field!: OrganisationField;

  @Field(() => Audience, { description: "Who, beside its owners and editors." })
  audience!: Audience;
}
