import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { DateTimeScalar } from "../scalars.ts";
import { ImportState } from "./file-import.enum.ts";
import type { ImportSource } from "./importer.ts";

/**
 * A table that somebody sends to be taken in: what is to be done, how far it has come, and what came
 * of it. Each service that imports has these of its own; the type in the graph is one.
 */
@Entity()
@Check(
  "ck_file_import_state",
  "state IN ('WAITING_FOR_FILE', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')",
)
@Index(["createdAt"])
@ObjectType("Import", {
  description:
    "A table that is taken in: what is to be done, how far it has come, and what came of it. Ask again while it runs. Kept for 30 days after its end. Administrators see it, and nobody else.",
})
@Directive("@shareable")
export class FileImport {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `imp`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "What its rows are, such as `organisations`." })
  kind!: string;

  @Column("text")
  @Field(() => String, { description: "The name of the file, as told." })
  fileName!: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Under which scheme identifiers of the file's own are kept; null where none are.",
  })
  scheme!: string | null;

  /** Where the file comes from, where its service notes that. */
  @Column("jsonb", { nullable: true })
  source!: ImportSource | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Which sheet of a workbook; null for the first that is not hidden.",
  })
  sheet!: string | null;

  @Column("text", { array: true })
  @Field(() => [String], { description: "`column=field`, where a title does not tell." })
  columnMap!: string[];

  @Column("boolean")
  @Field(() => Boolean, {
    description: "Nothing is written: the report says what would have been.",
  })
  dryRun!: boolean;

  @Column("text")
  @Field(() => ImportState, { description: "How far it has come." })
  state!: ImportState;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why it has failed, for people." })
  failure!: string | null;

  /** Held by whoever may send the file, once; null when it was sent. */
  @Column("text", { nullable: true })
  uploadToken!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "Until when the file may be sent." })
  uploadUntil!: Date;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "How large the file is, in bytes; null until it is here.",
  })
  fileBytes!: number | null;

  @Column("integer")
  @Field(() => Int, {
    description: "How much of the file was read, in bytes; of a workbook, nothing or all.",
  })
  bytesRead!: number;

  @Column("integer")
  @Field(() => Int, { description: "How many rows were dealt with." })
  rowsRead!: number;

  @Column("integer")
  @Field(() => Int, { description: "How many rows made something new." })
  created!: number;

  @Column("integer")
  @Field(() => Int, { description: "How many rows brought something that was lacking." })
  updated!: number;

  @Column("integer")
  @Field(() => Int, { description: "How many rows said what was known already." })
  unchanged!: number;

  @Column("integer")
  @Field(() => Int, { description: "How many rows were not taken." })
  skipped!: number;

  @Column("integer")
  @Field(() => Int, {
    description: "How many problems were found; `problems` has the first 10,000 of them.",
  })
  problemsFound!: number;

  /** How many of what, by its plural. */
  @Column("jsonb")
  made!: Record<string, number>;

  /** How often it was begun: whoever began it before the last time has died, and writes no more. */
  @Column("integer")
  attempt!: number;

  /** The viewer's id. */
  @Column("text")
  createdBy!: string;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: "When its first row was read." })
  startedAt!: Date | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was done, had failed, or was called off.",
  })
  finishedAt!: Date | null;
}
