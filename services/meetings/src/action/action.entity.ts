import { GraphNode } from "@convene/shared/node";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, Index } from "typeorm";
import { CommitmentRow } from "../commitment/commitment-row.entity.ts";
import { ActionState } from "./action-state.enum.ts";

/** What somebody is to do after a meeting. */
@Entity()
@Index(["meetingId"])
@Index(["itemId"])
@Index(["organisationId"])
@Index(["personId"])
@ObjectType({
  implements: GraphNode,
  description:
    "What somebody is to do after a meeting. Only those who sit there see it, and whoever is to carry it.",
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "nodeKey")')
export class Action extends CommitmentRow implements GraphNode {
  @Column("text")
  @Field(() => ActionState, { description: "How far it is." })
  state!: ActionState;
}
