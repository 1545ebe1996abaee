import { Audience } from "@convene/shared/audience";
import { Field, InputType } from "type-graphql";
import { OrganisationField } from "./organisation-field.enum.ts";

@InputType({ description: "Who may see one field of those who see the record." })
export class OrganisationFieldAudienceInput {
  @Field(() => OrganisationField, { description: "Which field." })
  field!: OrganisationField;

  @Field(() => Audience, {
    description: "Who, beside its owners and editors; `PUBLIC` for all who see the record.",
  })
  audience!: Audience;
}
