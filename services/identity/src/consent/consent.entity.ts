import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { ConsentKind, ConsentMeans } from "./consent.enum.ts";

/** That somebody has agreed to something, or has withdrawn it. Rows are added, and never changed. */
@Entity()
@Index(["accountId", "id"])
@Check("ck_consent_kind", `kind IN ('PRIVACY_NOTICE', 'PUBLIC_LISTING')`)
@Check("ck_consent_means", `means IN ('PAGE', 'GRAPH', 'INVITATION')`)
@ObjectType({
  description:
    "That somebody has agreed to something, or has withdrawn it. Kept as it was said; only they see it.",
})
export class Consent {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `cns`." })
  id!: string;

  @Column("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  @Column("text")
  @Field(() => ConsentKind, { description: "To what." })
  kind!: ConsentKind;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Which version of it, where it has versions.",
  })
  version!: string | null;

  @Column("boolean")
  @Field(() => Boolean, { description: "True: they have agreed. False: they have withdrawn." })
  given!: boolean;

  @Column("text")
  @Field(() => ConsentMeans, { description: "How they have said so." })
  means!: ConsentMeans;

  /** From where, as far as it is told: no address of the internet is kept. */
  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What their browser called itself; null where it is not known.",
  })
  userAgent!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When they have said so." })
  recordedAt!: Date;
}
