import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Organisation")
@Directive('@key(fields: "id")')
export class OrganisationStub {
  @Field(() => ID)
  id!: string;
}

export const organisationStub = (id: string): OrganisationStub =>
  Object.assign(new OrganisationStub(), { id });
