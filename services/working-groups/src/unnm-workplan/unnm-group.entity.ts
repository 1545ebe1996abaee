import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { UnnmStatus } from "./unnm-workplan.enum.ts";
import { UnnmWorkplan } from "./unnm-workplan.entity.ts";

/** A group that worked under a workplan. Its organisations are names in a source, not entities. */
@Entity()
@Index(["workplanCode"])
@ObjectType({
  description:
    "A group of the UN Network on Migration, as a public source told of it. Reference, not a live group: its organisations are names, as the source spells them.",
})
export class UnnmGroup {
  @PrimaryColumn("text")
  @Field(() => String, { description: "Its code, such as `TWG-4`: the key of this list." })
  code!: string;

  /** Where it stands in the list. */
  @Column("integer")
  position!: number;

  @Column("text")
  workplanCode!: string;

  @ManyToOne(() => UnnmWorkplan)
  workplan!: UnnmWorkplan;

  @Column("text")
  @Field(() => String, {
    description:
      "`core`, `thematic`, `thematic-workstream` or `workstream`, as its workplan has it.",
  })
  kind!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Its name; null where no source gives it." })
  name!: string | null;

  @Column("integer", { array: true })
  objectiveNumbers!: number[];

  @Column("text", { array: true })
  @Field(() => [String], { description: "Names of the organisations that led it." })
  coLeads!: string[];

  @Column("text")
  @Field(() => UnnmStatus, { description: "Whether its co-leads were found in a source." })
  coLeadsStatus!: UnnmStatus;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The month of which the co-leads are told, `YYYY-MM`; null where undated.",
  })
  coLeadsAsOf!: string | null;

  @Column("text", { array: true })
  @Field(() => [String], {
    description:
      "Names of the other organisations that took part; empty where no source names any.",
  })
  members!: string[];

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The month of which the members are told, `YYYY-MM`; null where undated.",
  })
  membersAsOf!: string | null;

  @Column("text")
  @Field(() => UnnmStatus, { description: "Whether the group was found in a source." })
  status!: UnnmStatus;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "A remark on the status." })
  statusNote!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Where this was read; null where nowhere." })
  source!: string | null;
}
