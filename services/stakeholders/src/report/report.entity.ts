import { Personal } from "@convene/shared/audit/personal";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { ReportReason, ReportState } from "./report.enum.ts";

/** Whose words and names stand in a report: somebody, or what was written to some alone. */
const PERSONAL_IDS = ["per_", "msg_", "itr_"];

/** Whoever reads of it is recorded. */
export const ifPersonal = ({ about }: Pick<Report, "about">): string | null =>
  PERSONAL_IDS.some((prefix) => about.startsWith(prefix)) ? about : null;

/** That somebody thinks that something should not stand here. */
@Entity()
@Index(["state", "createdAt"])
@Check("ck_report_state", "state IN ('OPEN', 'TAKEN_DOWN', 'DISMISSED', 'RESTORED')")
@Index("uq_report_open", { synchronize: false })
@ObjectType({
  description:
    "That somebody thinks that something should not stand here. Seen by whoever reported it, and by those who decide, but not by those whose it is; who reported it, nobody is told.",
})
export class Report {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `rpt`." })
  id!: string;

  @Column("text")
  @Field(() => ID, {
    description:
      "What it is about: to be read by `node(id)` by whoever sees it. Those who decide may not: for them are `aboutType`, `title` and `excerpt`.",
  })
  about!: string;

  @Column("text")
  @Field(() => String, { description: "What that was called when it was reported." })
  @Personal(ifPersonal)
  title!: string;

  /** Those whose secretariat may decide; none where only moderators do. */
  @Column("text", { array: true })
  networks!: string[];

  /** Whose it is: they neither see this nor decide. */
  @Column("text", { array: true })
  owners!: string[];

  @Column("text")
  reporterId!: string;

  @Column("text")
  @Field(() => ReportReason, { description: "Why." })
  reason!: ReportReason;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "In the reporter's words." })
  comment!: string | null;

  @Column("text")
  @Field(() => ReportState, { description: "What has become of it." })
  state!: ReportState;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was decided so, as the reporter and the reported are told.",
  })
  note!: string | null;

  @Column("text", { nullable: true })
  decidedById!: string | null;

  /** Whether a moderator decided it: then no secretariat decides otherwise. */
  @Column("boolean", { default: false })
  isModerators!: boolean;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was reported." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided last." })
  decidedAt!: Date | null;
}
