import { connectionOf } from "@convene/shared/connection/connection";
import { Field, Int, ObjectType } from "type-graphql";
import { Invitation } from "./invitation.entity.ts";
import { InvitationProblemCode } from "./invitation.enum.ts";

export const InvitationConnection = connectionOf(() => Invitation, { name: "Invitation" });

@ObjectType({ description: "What is wrong with a row of the table, or with a cell of it." })
export class InvitationProblem {
  @Field(() => Int, { description: "Where the row starts in the table, from 1." })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: "The column: `name`, `email`, `country` or `language`; null for the whole row.",
  })
  field!: string | null;

  @Field(() => String, { description: "Completes the sentence `The cell …` or `The row …`." })
  reason!: string;

  @Field(() => InvitationProblemCode, {
    nullable: true,
    description: "For programs; null where the sentence says it all.",
  })
  code!: InvitationProblemCode | null;

  @Field(() => String, { nullable: true, description: "What the cell holds." })
  cell!: string | null;
}

@ObjectType({ description: "What became of the rows of a table of invitations." })
export class InvitedOrganisations {
  @Field(() => Int, { description: "Rows of which an invitation was made and mailed." })
  created!: number;

  @Field(() => Int, { description: "Rows whose invitation was mailed again." })
  resent!: number;

  @Field(() => Int, { description: "Rows whose invitation was there already." })
  unchanged!: number;

  @Field(() => Int, { description: "Rows of which none was made: see `problems`." })
  skipped!: number;

  @Field(() => [InvitationProblem], {
    description:
      "What is wrong, row by row. A row that was not skipped was taken without the cell.",
  })
  problems!: InvitationProblem[];

  @Field(() => [Invitation], { description: "The invitations of all rows, each once." })
  invitations!: Invitation[];
}
