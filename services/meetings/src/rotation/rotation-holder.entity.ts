import { ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import type { MeetingRole } from "./meeting-role.enum.ts";

/** One in the order in which a role goes round. */
@Entity()
@Index(["holderId"])
@Unique(["seriesId", "role", "position"])
@ObjectType("RotationHolder", { description: "One in the order in which a role goes round." })
export class RotationHolder {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  seriesId!: string;

  @ManyToOne(() => MeetingSeries, { onDelete: "CASCADE" })
  @JoinColumn({ name: "series_id" })
  series!: MeetingSeries;

  @Column("text")
  role!: MeetingRole;

  @Column("integer")
  position!: number;

  /** An organisation, a person, or a seat of the group. */
  @Column("text")
  holderId!: string;
}
