import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("InputCall")
@Directive('@key(fields: "id")')
export class InputCallStub {
  @Field(() => ID)
  id!: string;
}
