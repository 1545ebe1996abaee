import { ConnectionArgs } from "@convene/shared/connection/connection";
import { ArgsType, Field } from "type-graphql";

@ArgsType()
export class SeriesSearchArgs extends ConnectionArgs {
  @Field(() => String, {
    defaultValue: "",
    description:
      "Words that all have to be there, in whatever order and case, within words too; at most ten, of 200 characters together. Of no words all are answered.",
  })
  search: string = "";
}
