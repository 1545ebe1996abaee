import { Field, InputType } from "type-graphql";

/** What the input of every mutation takes. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "A key of the client's own making (a UUID, say), of at most 200 characters. The same key, viewer and input sent again have no second effect, and answer the same thing, as it is now; what was deleted answers NOT_FOUND.",
  })
  idempotencyKey?: string | null;
}
