import { Field, ObjectType } from "type-graphql";
import { ApiKey } from "./api-key.entity.ts";

@ObjectType({ description: "A key that was just made." })
export class NewApiKey {
  @Field(() => ApiKey, { description: "What is listed of it from now on." })
  apiKey!: ApiKey;

  @Field(() => String, {
    nullable: true,
    description:
      "The key itself, to be sent as `authorization: Bearer cnv_…` or `x-api-key: cnv_…`. It is shown this once: null when the same idempotencyKey was sent again.",
  })
  secret!: string | null;
}
