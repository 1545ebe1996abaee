import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { MeetingRole } from "./meeting-role.enum.ts";

/** How a role goes round among the meetings of a series. */
@Entity()
@Unique(["seriesId", "role"])
@ObjectType("MeetingRotation", {
  description: "How a role goes round among the meetings of a series, one after the other.",
})
export class Rotation {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  seriesId!: string;

  @ManyToOne(() => MeetingSeries, { onDelete: "CASCADE" })
  @JoinColumn({ name: "series_id" })
  series!: MeetingSeries;

  @Column("text")
  @Field(() => MeetingRole, { description: "Which role." })
  role!: MeetingRole;

  @Column("integer")
  @Field(() => Int, { description: "For how many meetings in a row each of them has it." })
  every!: number;

  @Column("boolean")
  @Field(() => Boolean, {
    description:
      "Whether it goes round among those seats of the group that lead it on the day of the meeting, in the order in which they were given; then `holders` is empty.",
  })
  coLeads!: boolean;

  /** Meetings whose place lies behind it take turns; on the wall clock of the series. */
  @Column("text")
  since!: string;

  /** How many meetings have taken a turn before: in the series from which this one was split off. */
  @Column("integer", { default: 0 })
  taken!: number;

  /** Whose turn the last of these was. */
  @Column("text", { nullable: true })
  lastId!: string | null;
}
