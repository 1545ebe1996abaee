import { Field, InputType } from "type-graphql";

/** What the input of every mutation takes. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "A key of the client's own making (a UUID, say). The same key, viewer and input sent again have no second effect, and give the same result.",
  })
  idempotencyKey?: string | null;
}
