import { Audience } from "@convene/shared/audience";
import type { KeptQuestion } from "@convene/shared/join-request/join-question.entity";
import { GraphNode } from "@convene/shared/node";
import { CountryCodeScalar, DateTimeScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { NetworkKind } from "./network.enum.ts";

/** Organisations and people who meet about the Compact, in a country, a region or the world. */
@Entity()
@Check(
  "ck_network_audience",
  `audience IN ('PUBLIC', 'NETWORK', 'ORGANISATION', 'NOBODY', 'TAKEN_DOWN')`,
)
@Check("ck_network_kind", `kind IN ('COUNTRY', 'REGIONAL', 'GLOBAL')`)
@Index(["nameKey", "id"])
@ObjectType({
  implements: GraphNode,
  description:
    "Organisations and people who meet about the Compact, in a country, a region or the world. Its secretariat always sees it.",
})
@Directive('@key(fields: "id")')
export class Network implements GraphNode {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `net`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "Its name." })
  name!: string;

  /** The name folded, by which lists are sorted. */
  @Column("text")
  nameKey!: string;

  @Column("text")
  @Field(() => NetworkKind, { description: "How much of the world it is for." })
  kind!: NetworkKind;

  @Column("text", { array: true })
  @Field(() => [CountryCodeScalar], { description: "Its countries; empty for the whole world." })
  countries!: string[];

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What it is for. Plain text." })
  description!: string | null;

  /** Null for none. */
  @Column("jsonb", { nullable: true })
  joinQuestions!: KeptQuestion[] | null;

  @Column("text")
  @Field(() => Audience, { description: "Who may see it." })
  audience!: Audience;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was entered here." })
  createdAt!: Date;
}
