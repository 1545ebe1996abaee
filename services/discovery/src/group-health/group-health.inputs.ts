import { ConnectionArgs } from "@convene/shared/connection/connection";
import { ArgsType, Field, ID } from "type-graphql";

@ArgsType()
export class HealthBoardArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "Groups of this network alone." })
  network?: string | null;
}
