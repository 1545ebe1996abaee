import { Directive, Field, Int, ObjectType } from "type-graphql";

@ObjectType("SustainableDevelopmentGoal")
@Directive('@key(fields: "number", resolvable: false)')
export class SustainableDevelopmentGoalStub {
  @Field(() => Int)
  number!: number;
}
