import { Personal } from "@convene/shared/audit/personal";
import { connectionOf } from "@convene/shared/connection/connection";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "That mail to an address came back for good: nothing is sent there any more but links to sign in. Administrators see it.",
})
export class Bounce {
  @Field(() => ID, { description: "A keyed hash of the address, which is all that is kept of it." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The address; null where no account, no invitation and no person holds it any more.",
  })
  @Personal(({ id }: Pick<Bounce, "id">) => id)
  address!: string | null;

  @Field(() => String, {
    description:
      "Why, as its mail server said the last time: an enhanced status code (RFC 3463), such as `5.1.1`, a mailbox that is not there.",
  })
  status!: string;

  @Field(() => Date, { description: "Since when nothing is sent there." })
  stoppedAt!: Date;
}

export const BounceConnection = connectionOf(() => Bounce, { name: "Bounce" });
