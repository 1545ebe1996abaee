import { Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType("Objective")
@Directive('@key(fields: "number", resolvable: false)')
export class ObjectiveStub {
  @Field(() => Int)
  number!: number;
}
