import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID } from "type-graphql";

@ArgsType()
export class RepresentationArgs {
  @Field(() => ID, { description: "A working group, or a meeting of one." })
  of!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The seats as they were on this day, in UTC; today if absent. Held against the charter that stood at its end. Who may see what is always as of today. A meeting that was held is held against who was there, and the charter of its time, whatever the day.",
  })
  asOf?: string | null;
}
