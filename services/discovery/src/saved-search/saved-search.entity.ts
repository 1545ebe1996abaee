import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { PartnerContext } from "../partner/partner.enum.ts";
import { FoundType } from "../search/search.enum.ts";

/** A question that somebody wants asked again and again, with everybody's eyes. */
@Entity()
@Index(["ownerId"])
@ObjectType({
  description:
    "A search that somebody has saved: for organisations, for everything, or for partners of an organisation. It is asked again when the network changes, with everybody's eyes; who saved it is mailed when it finds something new. They alone see it.",
})
export class SavedSearch {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `sav`." })
  id!: string;

  /** The person whose it is. */
  @Column("text")
  ownerId!: string;

  @Column("text")
  @Field(() => String, { description: "What they call it." })
  name!: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Words that are searched; for partners, the brief.",
  })
  text!: string | null;

  @Column("text", { array: true, nullable: true })
  @Field(() => [FoundType], {
    nullable: true,
    description:
      "Which kinds of thing a search for everything looks for; null for one that looks for organisations alone.",
  })
  types!: FoundType[] | null;

  @Column("jsonb", { nullable: true })
  filter!: object | null;

  /** The organisation that the filter names, as it stands in it: merges find it by this. */
  @Column("text", { nullable: true })
  relatedToId!: string | null;

  /** The organisation for which partners are looked for; null for a plain search. */
  @Column("text", { nullable: true })
  seekerId!: string | null;

  @Column("text", { nullable: true })
  @Field(() => PartnerContext, {
    nullable: true,
    description: "Where partners should work; null for a plain search.",
  })
  context!: PartnerContext | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was saved." })
  createdAt!: Date;
}
