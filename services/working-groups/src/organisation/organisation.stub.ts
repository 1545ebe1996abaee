import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Organisation")
@Directive('@key(fields: "id")')
export class OrganisationStub {
  @Field(() => ID)
  id!: string;
}

export type OrganisationKey = Pick<OrganisationStub, "id">;
