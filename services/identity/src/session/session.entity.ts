import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Account } from "../account/account.entity.ts";

/** That somebody is signed in, in one browser. better-auth makes and ends the rows. */
@Entity()
@Unique(["token"])
@Index(["accountId"])
@ObjectType({ description: "That somebody is signed in, in one browser. Only they see it." })
export class Session {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `ses`." })
  id!: string;

  @Column("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  /** The cookie holds it, signed; neither is shown to anybody. */
  @Column("text")
  token!: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "What the browser called itself when it signed in.",
  })
  userAgent!: string | null;

  /** better-auth wants the column; nothing is ever in it. */
  @Column("text", { nullable: true })
  ipAddress!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When they signed in." })
  createdAt!: Date;

  /** When it was used last, give or take a day. */
  @Column("timestamp with time zone", { precision: 3 })
  updatedAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, {
    description:
      "When it ends by itself, unless it is used before: then 14 days after that, and never later than 90 days after they signed in.",
  })
  expiresAt!: Date;

  /** Since when it has its token. The default is for better-auth, which does not know of it. */
  @Column("timestamp with time zone", { precision: 3, default: () => "now()" })
  rotatedAt!: Date;
}
