import { DateTimeScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";

/** That one organisation turned out to be another one; or, not yet kept, that it would. */
@Entity()
@Index("uq_organisation_merge_standing", { synchronize: false })
@Index(["intoId", "id"])
@ObjectType({
  description:
    "That one organisation turned out to be another one, or what it would mean: everything in every service that names the first names the second. Its lists, one for each service, say what. Seen by administrators, and by the secretariat of the network within which it was done.",
})
@Directive('@key(fields: "fromId intoId")')
export class OrganisationMerge {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  @Field(() => ID, { description: "The organisation that goes. Its id leads to the other one." })
  fromId!: string;

  @ManyToOne(() => Organisation)
  from!: Organisation;

  @Column("text")
  @Field(() => ID, { description: "The organisation that stays." })
  intoId!: string;

  @ManyToOne(() => Organisation)
  into!: Organisation;

  @Column("text")
  @Field(() => String, { description: "What the one that goes was called." })
  fromName!: string;

  /** The network within which it was done: its secretariat sees it, and may take it back. */
  @Column("text", { nullable: true })
  networkId!: string | null;

  /** The account that did it. */
  @Column("text")
  mergedById!: string;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { nullable: true, description: "When; null for a dry run." })
  mergedAt!: Date | null;

  @Column("text", { nullable: true })
  undoneById!: string | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was undone, if it was." })
  undoneAt!: Date | null;
}
