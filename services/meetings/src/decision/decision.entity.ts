import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, Index } from "typeorm";
import { CommitmentRow } from "../commitment/commitment-row.entity.ts";
import { DecisionState } from "./decision-state.enum.ts";

/** What a meeting has decided. */
@Entity()
@Index(["meetingId"])
@Index(["itemId"])
@Index(["organisationId"])
@Index(["personId"])
@ObjectType({
  description:
    "What a meeting has decided. Only those who sit there see it, and whoever is to carry it.",
})
@Directive('@key(fields: "id")')
export class Decision extends CommitmentRow {
  @Column("text")
  @Field(() => DecisionState, { description: "How far it is." })
  state!: DecisionState;
}
