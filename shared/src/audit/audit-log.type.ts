import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../connection/connection.ts";
import { DateTimeScalar } from "../scalars.ts";
import { AuditAction, AuditKind } from "./audit-log.enum.ts";

@ObjectType({ description: "What became of one column of a row." })
@Directive("@shareable")
export class AuditFieldChange {
  @Field(() => String, { description: "The column." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it was, as JSON; null for nothing." })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it became, as JSON; null for nothing.",
  })
  after!: string | null;

  @Field(() => Boolean, {
    description: "Whether it was somebody's who has been erased since: then nobody can read it.",
  })
  isErased!: boolean;
}

@ObjectType({
  description: "What one record tells of one row, or of many that were written at once.",
})
@Directive("@shareable")
export class AuditRowChange {
  @Field(() => String, { description: "The table." })
  entity!: string;

  @Field(() => AuditAction, { description: "What was done." })
  action!: AuditAction;

  @Field(() => Int, { description: "How many rows: more than `ids` from 5,000 on." })
  rows!: number;

  @Field(() => [ID], { description: "Which." })
  ids!: string[];

  @Field(() => [AuditFieldChange], {
    description: "What was changed; nothing of rows of which more than 200 were written at once.",
  })
  fields!: AuditFieldChange[];
}

@ObjectType({ description: "Whose protected data was read, and which fields." })
@Directive("@shareable")
export class AuditReading {
  @Field(() => String, { description: "The type in the graph, such as `Person`." })
  type!: string;

  @Field(() => ID, { description: "Whose." })
  id!: string;

  @Field(() => [String], { description: "Which fields of it." })
  fields!: string[];
}

@ObjectType({
  description: "One write, or one reading of protected data, as it was sealed into the chain.",
})
@Directive("@shareable")
export class AuditRecord {
  @Field(() => Int, {
    description: "Its place in the chain of its service, from 1, without a gap.",
  })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  recordedAt!: Date;

  @Field(() => AuditKind, { description: "Whether something was written, or read." })
  kind!: AuditKind;

  @Field(() => ID, {
    nullable: true,
    description: "Who: an account or an API key. Null for the platform itself.",
  })
  viewer!: string | null;

  @Field(() => ID, { nullable: true, description: "The person to whom that is tied." })
  person!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was asked for: a mutation, a path below `/auth`, or a job.",
  })
  operation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "From where: an IP address. Null where it is not known, or erased with its owner.",
  })
  client!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The request, as its answer and the logs name it.",
  })
  requestId!: string | null;

  @Field(() => [AuditRowChange], { description: "What was written." })
  changes!: AuditRowChange[];

  @Field(() => [AuditReading], { description: "What was read." })
  reads!: AuditReading[];

  @Field(() => String, {
    description: "SHA-256 of its canonical JSON, which holds the hash of the record before it.",
  })
  hash!: string;
}

export const AuditRecordConnection = connectionOf(() => AuditRecord, {
  name: "AuditRecord",
  shareable: true,
});
