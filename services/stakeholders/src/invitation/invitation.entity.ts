import { Personal } from "@convene/shared/audit/personal";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Network } from "../network/network.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";

/** That a network asks somebody, by mail, to become the owner of an organisation's record. */
@Entity()
@Index(["organisationId"])
@Index("uq_invitation_standing", { synchronize: false })
@Index("ix_invitation_email_stopped", { synchronize: false })
@ObjectType({
  description:
    "That a network asks somebody, by mail, to become the owner of an organisation's record. Seen by the network's secretariat, and administrators.",
})
export class Invitation {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `inv`." })
  id!: string;

  @Column("text")
  networkId!: string;

  @ManyToOne(() => Network)
  network!: Network;

  @Column("text")
  organisationId!: string;

  @ManyToOne(() => Organisation)
  organisation!: Organisation;

  /** In lower case. */
  @Column("text")
  @Field(() => String, { description: "The address to which it was mailed." })
  @Personal(({ id }: Pick<Invitation, "id">) => id)
  email!: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What its recipient reads, as the table said (BCP 47).",
  })
  language!: string | null;

  /** How many times it was to be mailed: with each the service of accounts sends one more. */
  @Column("integer")
  @Field(() => Int, { description: "How many times it was mailed." })
  mailings!: number;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was mailed last." })
  mailedAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "Until when it can be accepted." })
  expiresAt!: Date;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  acceptedAt!: Date | null;

  /** The person who has accepted it. */
  @Column("text", { nullable: true })
  acceptedById!: string | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  refusedAt!: Date | null;

  /** Since when its address wants no more invitations, from whichever network; null where it may be. */
  @Column("timestamp with time zone", { precision: 3, nullable: true })
  stoppedAt!: Date | null;
}
