import { Field, Int, ObjectType } from "type-graphql";
import type { SlotResult } from "./poll-result.value.ts";

@ObjectType({
  description:
    "What the answers say of one time, counting those of the invited whom the viewer sees.",
})
export class PollSlotResult implements SlotResult {
  slotId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Its place among the times, from 1: by how few of the required refuse it, then whether it has a quorum, then how many can come. Null for one that every required seat has refused, or where none is required, everybody.",
  })
  rank!: number | null;

  @Field(() => Int, { description: "How many can." })
  yesCount!: number;

  @Field(() => Int, { description: "How many can if it must be." })
  ifNeedBeCount!: number;

  @Field(() => Int, { description: "How many cannot." })
  noCount!: number;

  @Field(() => Boolean, { description: "Whether as many can, if it must be, as the quorum asks." })
  hasQuorum!: boolean;

  @Field(() => Int, { description: "How many of the required cannot." })
  requiredRefusals!: number;
}
