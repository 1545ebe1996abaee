import { Personal } from "@convene/shared/audit/personal";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { OwnershipClaimState } from "./ownership-claim.enum.ts";

const whose = ({ personId }: Pick<OwnershipClaim, "personId">): string => personId;

/** Somebody says that they answer for an organisation of which nobody does. */
@Entity()
@Index("uq_ownership_claim_open", { synchronize: false })
@Index(["organisationId"])
@Index(["personId", "createdAt"])
@Check("ck_ownership_claim_state", `state IN ('OPEN', 'APPROVED', 'DECLINED')`)
@ObjectType({
  description:
    "Somebody says that they answer for an organisation of which nobody does yet. Seen by whoever claims it, and by those who decide: the secretariats of its networks, and administrators.",
})
export class OwnershipClaim {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `clm`." })
  id!: string;

  @Column("text")
  organisationId!: string;

  @ManyToOne(() => Organisation, { onDelete: "CASCADE" })
  organisation!: Organisation;

  @Column("text")
  personId!: string;

  @Column("text")
  @Field(() => String, {
    description: "By what those who decide may know that it is so, in the claimant's words.",
  })
  @Personal(whose)
  evidence!: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "An http or https address that shows it, such as a page about the staff.",
  })
  @Personal(whose)
  evidenceUrl!: string | null;

  @Column("text")
  @Field(() => OwnershipClaimState, { description: "What has become of it." })
  state!: OwnershipClaimState;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What was said to the claimant." })
  reply!: string | null;

  @Column("text", { nullable: true })
  decidedById!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was decided. Null while it is open.",
  })
  decidedAt!: Date | null;
}
