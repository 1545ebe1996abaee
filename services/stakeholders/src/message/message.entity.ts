import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** What somebody wrote to a person or an organisation. Neither learns an address of the other. */
@Entity()
@Index(["authorId", "createdAt"])
@Index(["toId", "createdAt"])
@ObjectType({
  description:
    "What somebody wrote to a person or an organisation. They two see it, and nobody else, unless the recipient reports it: then those who decide see what was reported. Neither learns a mail address.",
})
export class Message {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `msg`." })
  id!: string;

  /** The person who wrote it. */
  @Column("text")
  authorId!: string;

  /** In whose name: the author's, or that of the organisation for which they reply. */
  @Column("text")
  fromId!: string;

  @Column("text")
  @Field(() => String, {
    description: "Who writes: a person's name, or, in a reply for an organisation, its name.",
  })
  senderName!: string;

  /** A person or an organisation. */
  @Column("text")
  toId!: string;

  @Column("text", { nullable: true })
  inReplyToId!: string | null;

  @Column("text")
  @Field(() => String, { description: "What it is about." })
  subject!: string;

  @Column("text")
  @Field(() => String, { description: "Plain text." })
  text!: string;

  /** Whether it is kept from its recipient, who has blocked its author, or reported it; who is not told. */
  @Column("boolean")
  isWithheld!: boolean;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was written." })
  createdAt!: Date;
}
