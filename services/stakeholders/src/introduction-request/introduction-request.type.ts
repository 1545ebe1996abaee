import { connectionOf } from "@convene/shared/connection/connection";
import { Field, Int, ObjectType } from "type-graphql";
import { IntroductionRequest } from "./introduction-request.entity.ts";

export const IntroductionRequestConnection = connectionOf(() => IntroductionRequest, {
  name: "IntroductionRequest",
});

@ObjectType({
  description:
    "What has become of introductions, in counts: by this suggestions of partners are measured in use. No ranking reads it.",
})
export class IntroductionResults {
  @Field(() => Int, { description: "How many were asked for." })
  asked!: number;

  @Field(() => Int, { description: "Of those, how many both have accepted." })
  accepted!: number;

  @Field(() => Int, { description: "Of those that were asked for, how many were declined." })
  declined!: number;

  @Field(() => Int, {
    description: "Of the accepted ones, of how many at least one side has told what came of it.",
  })
  answered!: number;

  @Field(() => Int, { description: "Of those, how many have led somewhere, as one side says." })
  ledSomewhere!: number;

  @Field(() => Int, {
    description: "Of those, how many have come to nothing, as all say who have told.",
  })
  cameToNothing!: number;
}
