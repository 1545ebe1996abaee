import { GraphNode } from "@convene/shared/node";
import { DateScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Network } from "../network/network.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import { NetworkMemberRole } from "./network-member.enum.ts";

/** That an organisation, or a person on their own, belongs to a network, from when to when. */
@Entity()
@Check("ck_network_member_role", `role IN ('SECRETARIAT', 'HOST', 'MEMBER', 'OBSERVER')`)
@Check("ck_network_member_who", "num_nonnulls(organisation_id, person_id) = 1")
@Check("ck_network_member_dates", "end_date >= start_date")
@Index("ix_network_member_order", { synchronize: false })
@Index(["organisationId"])
@Index(["personId"])
@ObjectType({
  implements: GraphNode,
  description:
    "That an organisation, or a person on their own, belongs to a network, from when to when. Seen by those who see both.",
})
@Directive('@key(fields: "id")')
export class NetworkMember implements GraphNode {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `nmb`." })
  id!: string;

  @Column("text")
  networkId!: string;

  @ManyToOne(() => Network)
  network!: Network;

  @Column("text", { nullable: true })
  organisationId!: string | null;

  @ManyToOne(() => Organisation)
  organisation!: Organisation | null;

  @Column("text", { nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person)
  person!: Person | null;

  @Column("text")
  @Field(() => NetworkMemberRole, { description: "What it is there." })
  role!: NetworkMemberRole;

  @Column("date")
  @Field(() => DateScalar, { description: "From when on." })
  startDate!: string;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it no longer belongs; null while no end is known.",
  })
  endDate!: string | null;
}
