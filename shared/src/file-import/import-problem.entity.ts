import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { FileImport } from "./file-import.entity.ts";
import { ImportProblemCode } from "./file-import.enum.ts";

/** What is wrong with a row of a file, or only worth a look. */
@Entity()
@Check("ck_import_problem_code", "code IN ('ROW_SKIPPED', 'VALUE_LEFT_OUT', 'WORTH_A_LOOK')")
@ObjectType({ description: "What is wrong with a row of a file, or only worth a look." })
@Directive("@shareable")
export class ImportProblem {
  @PrimaryColumn("text")
  importId!: string;

  /** In the order of the file, from 1. */
  @PrimaryColumn("integer")
  position!: number;

  @Column("integer")
  @Field(() => Int, { description: "Where the row starts in the file, from 1." })
  line!: number;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Which field, such as `countries`." })
  field!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The name of the column; null where the row as a whole is at fault.",
  })
  column!: string | null;

  @Column("text")
  @Field(() => ImportProblemCode, { description: "What it did to the row." })
  code!: ImportProblemCode;

  @Column("text")
  @Field(() => String, {
    description: "What is wrong, a sentence in English; the same one wherever the same is wrong.",
  })
  message!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What the cell holds, its first letters." })
  cell!: string | null;

  @ManyToOne(() => FileImport, { onDelete: "CASCADE" })
  import!: FileImport;
}
