import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { UnnmStatus } from "./unnm-workplan.enum.ts";

/** A workplan of the UN Network on Migration, as public sources tell of it. */
@Entity()
@ObjectType({
  description:
    "A workplan of the UN Network on Migration, with the groups that worked under it. Reference: what public sources said at their time. For live groups see `workingGroups`.",
})
export class UnnmWorkplan {
  @PrimaryColumn("text")
  @Field(() => String, { description: "Its years, such as `2022-2024`: the key of this list." })
  code!: string;

  @Column("text")
  @Field(() => String, { description: "Its name in the sources, such as `2022–2024`." })
  label!: string;

  @Column("integer")
  @Field(() => Int, { description: "The year in which it begins." })
  startYear!: number;

  @Column("integer")
  @Field(() => Int, { description: "The year in which it ends." })
  endYear!: number;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "On what it rests, and where that was read.",
  })
  basis!: string | null;

  @Column("text")
  @Field(() => UnnmStatus, { description: "Whether its groups were found in a source." })
  status!: UnnmStatus;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "A remark on the status." })
  statusNote!: string | null;
}
