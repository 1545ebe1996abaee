import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../scalars.ts";
import { AuditKind } from "./audit-log.enum.ts";

@InputType({ description: "Which records of an audit log. All that is told must hold." })
export class AuditFilterInput {
  @Field(() => AuditKind, { nullable: true, description: "Only writes, or only readings." })
  kind?: AuditKind | null;

  @Field(() => ID, {
    nullable: true,
    description: "What a record is about: a person, an account, or anything with an id.",
  })
  about?: string | null;

  @Field(() => ID, { nullable: true, description: "Who did it: the id of an account or a key." })
  viewer?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What was asked for: a mutation such as `updatePerson`, or a path such as `/auth/sign-out`.",
  })
  operation?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The request, as its answer and the logs name it.",
  })
  requestId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From then on." })
  since?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Before then." })
  until?: Date | null;
}
