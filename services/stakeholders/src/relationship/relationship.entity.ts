import { GraphNode } from "@convene/shared/node";
import { DateScalar, DateTimeScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { RelationshipStatus, RelationshipType } from "./relationship.enum.ts";

/** What two organisations are to each other, from when to when, and where this is known from. */
@Entity()
@Check(
  "ck_relationship_type",
  `type IN ('IMPLEMENTS_FOR', 'FUNDS', 'PARTNER', 'MEMBER_OF_UMBRELLA', 'PARENT_OF', 'HOSTS', 'ACTS_ON_BEHALF_OF')`,
)
@Check("ck_relationship_status", `status IN ('PROPOSED', 'CONFIRMED', 'ENDED')`)
@Check("ck_relationship_ends", "source_id <> target_id")
@Check("ck_relationship_dates", "end_date >= start_date")
@Check("ck_relationship_proposer", "(status = 'PROPOSED') = (proposer_id IS NOT NULL)")
@Index("uq_relationship_open", { synchronize: false })
@Index(["sourceId"])
@Index(["targetId"])
@ObjectType({
  implements: GraphNode,
  description:
    "What two organisations are to each other. Seen by those who see both; while it is only proposed, by the people of the two.",
})
@Directive('@key(fields: "id")')
export class Relationship implements GraphNode {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `rel`." })
  id!: string;

  @Column("text")
  @Field(() => RelationshipType, { description: "Reads as a sentence: source TYPE target." })
  type!: RelationshipType;

  @Column("text")
  sourceId!: string;

  @ManyToOne(() => Organisation)
  source!: Organisation;

  @Column("text")
  targetId!: string;

  @ManyToOne(() => Organisation)
  target!: Organisation;

  @Column("text")
  @Field(() => RelationshipStatus, { description: "How far it has come." })
  status!: RelationshipStatus;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "From when on; null where nobody knows.",
  })
  startDate!: string | null;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer was; null while no end is known.",
  })
  endDate!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Where this is known from: a text or an address.",
  })
  knownFrom!: string | null;

  /** The end that says so, while the other has not confirmed it. */
  @Column("text", { nullable: true })
  proposerId!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was entered here." })
  createdAt!: Date;

  /** By moderators: then only the people of the two see it. */
  @Column("boolean", { default: false })
  isTakenDown!: boolean;
}
