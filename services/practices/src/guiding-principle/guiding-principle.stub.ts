import { Directive, Field, ObjectType } from "type-graphql";

@ObjectType("GuidingPrinciple")
@Directive('@key(fields: "letter", resolvable: false)')
export class GuidingPrincipleStub {
  @Field(() => String)
  letter!: string;
}
