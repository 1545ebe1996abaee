import { MutationInput } from "@convene/shared/mutation-input";
import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Days on which nobody of a network meets." })
export class KeepDateFreeInput extends MutationInput {
  @Field(() => ID, { description: "The network." })
  network!: string;

  @Field(() => DateScalar, { description: "The first day." })
  startDate!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day, less than a year later, unless it is one day.",
  })
  endDate?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether every year, on the same days of the month.",
  })
  isYearly: boolean = false;

  @Field(() => String, {
    description: "What for. At most 200 characters; told to all who see the network.",
  })
  reason!: string;
}

@InputType({ description: "Which date is not kept free any more." })
export class RemoveFreeDateInput extends MutationInput {
  @Field(() => ID, { description: "The date, a TypeID, `frd_…`." })
  id!: string;
}
