import { DateTimeScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn, Unique } from "typeorm";
import { StandingItem } from "../agenda-item/standing-item.enum.ts";
import type { AgendaLanguage } from "./standing-title.value.ts";

@ObjectType({ description: "One item that stands on every agenda." })
export class TemplateItem {
  @Field(() => StandingItem, { description: "What it is." })
  standing!: StandingItem;

  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Field(() => Int, { description: "The time set apart for it, in minutes." })
  durationMinutes!: number;
}

/** What stands on every agenda of a series, or of all meetings of a group or a network. */
@Entity()
@Unique(["placeId"])
@ObjectType({
  description:
    "What stands on every agenda of a series, or of all meetings of a group or a network that are of no series with a template of its own.",
})
export class AgendaTemplate {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `agt_…`." })
  id!: string;

  /** The series, the group, or the network. */
  @Column("text")
  placeId!: string;

  @Column("text")
  @Field(() => LanguageTagScalar, { description: "In which its titles are where none was given." })
  language!: AgendaLanguage;

  @Column("jsonb")
  @Field(() => [TemplateItem], { description: "In their order." })
  items!: TemplateItem[];

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was last set." })
  updatedAt!: Date;
}
