import { LanguageTagScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "How many need interpretation of a language. Nothing tells who they are.",
})
export class InterpretationCount {
  @Field(() => LanguageTagScalar, { description: "The language, or sign language." })
  language!: string;

  @Field(() => Int, { description: "How many need what is said in it." })
  into!: number;

  @Field(() => Int, { description: "How many speak it, and need to be understood." })
  from!: number;
}
