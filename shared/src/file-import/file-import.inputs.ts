import { Field, ID, InputType } from "type-graphql";
import { MutationInput } from "../mutation-input.ts";

/** What every import is told; its kind is the service's own. */
@InputType()
export abstract class ImportFields extends MutationInput {
  @Field(() => String, {
    description:
      "The name of the file, of at most 300 characters: for people. What the file is, its first bytes tell.",
  })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description: "Which sheet of a workbook; unless told, the first that is not hidden.",
  })
  sheet?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "`column=field`, where a column's title does not tell; at most 200. A list that does not fit fails the import, and `failure` says why.",
  })
  columnMap?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Write nothing, and report what would have been.",
  })
  dryRun?: boolean | null;
}

@InputType()
export abstract class CancelImportFields extends MutationInput {
  @Field(() => ID, { description: "Which import." })
  id!: string;
}
