import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn, Unique } from "typeorm";
import { PlatformRole } from "./account.enum.ts";

/**
 * By which somebody signs in. It is tied to a person of the graph from the moment it is made: the
 * service of stakeholders makes that person when it hears of the account. better-auth reads this
 * table as its `user`; to it an account is something else, so that the name of the table is another.
 */
@Entity("user_account")
@Unique(["email"])
@ObjectType({ description: "By which somebody signs in. Only they themselves see it." })
export class Account {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `acc`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "The name that was given when it was made." })
  name!: string;

  /** In lower case. */
  @Column("text")
  @Field(() => String, { description: "The address to which links to sign in are mailed." })
  email!: string;

  /** Whether somebody has opened a link that was mailed there. */
  @Column("boolean")
  emailVerified!: boolean;

  /** better-auth wants the column; nothing is ever in it. */
  @Column("text", { nullable: true })
  image!: string | null;

  @Column("text")
  personId!: string;

  /** The default is for better-auth, which wants to be able to write rows without knowing of it. */
  @Column("text", { array: true, default: () => "'{}'" })
  @Field(() => [PlatformRole], { description: "What it may do on the whole platform." })
  platform!: PlatformRole[];

  /** Whether a code of an app is asked for as well. The default is for better-auth, as above. */
  @Column("boolean", { default: false })
  twoFactorEnabled!: boolean;

  /** Of its mails: chosen by its owner, or what their invitation or browser said that they read. */
  @Column("text", { nullable: true })
  language!: MailLanguage | null;

  /** Whether it was chosen: then nothing that is only heard changes it. */
  @Column("boolean", { default: false })
  isLanguageChosen!: boolean;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  updatedAt!: Date;
}
