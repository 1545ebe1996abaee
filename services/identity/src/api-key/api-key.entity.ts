import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { ApiKeyScope } from "./api-key.enum.ts";

/** By which a script asks in somebody's name. Of the key itself only a hash is kept. */
@Entity()
@Unique(["secretHash"])
@Index(["accountId"])
@ObjectType({
  description: "By which a script asks in somebody's name. Only they see that there is one.",
})
export class ApiKey {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `key`." })
  id!: string;

  @Column("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  @Column("text")
  @Field(() => String, { description: "What it is for, in its owner's words." })
  name!: string;

  @Column("text")
  @Field(() => String, { description: "Its first letters, by which its owner knows it again." })
  hint!: string;

  @Column("text")
  secretHash!: string;

  @Column("text", { array: true })
  @Field(() => [ApiKeyScope], { description: "What it may be used for." })
  scopes!: ApiKeyScope[];

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, {
    description: "When it ends by itself. It is listed for 30 days more.",
  })
  expiresAt!: Date;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was used last, give or take an hour; null for never.",
  })
  lastUsedAt!: Date | null;
}
