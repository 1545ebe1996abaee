import { GraphNode } from "@convene/shared/node";
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
  implements: GraphNode,
  description:
    "What a meeting has decided. Only those who sit there see it, and whoever is to carry it.",
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "nodeKey")')
export class Decision extends CommitmentRow implements GraphNode {
  @Column("text")
  @Field(() => DecisionState, { description: "How far it is." })
  state!: DecisionState;
}
