import { ProtectedRow } from "@convene/shared/protection";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { TieKind } from "./tie.enum.ts";

/**
 * What ties an organisation to another one, to a group, a network or a practice: whatever service
 * it comes from, each is one row. A tie is as visible as itself and both of its ends; one that has
 * no audience of its own is public here, and its ends decide.
 */
@Entity("tie")
@Index("ix_tie_source", { synchronize: false })
@Index("ix_tie_target", { synchronize: false })
@Index("ix_tie_source_closed", { synchronize: false })
@Index("ix_tie_target_closed", { synchronize: false })
@Index(["aggregateId"])
export class Tie extends ProtectedRow {
  /** That of the relationship, seat or membership; for practices the two ids, joined. */
  @PrimaryColumn("text")
  id!: string;

  /** Of the aggregate that tells of it. */
  @Column("bigint")
  version!: string;

  /** What tells of it: itself, or the practice. */
  @Column("text")
  aggregateId!: string;

  @Column("text")
  kind!: TieKind;

  /** The type of a relationship, or the role in the group, network or practice. */
  @Column("text")
  label!: string;

  @Column("text")
  sourceId!: string;

  @Column("text")
  targetId!: string;

  /** False for what is a record only: a relationship still proposed, a person's membership. */
  @Column("boolean")
  holds!: boolean;

  @Column("date", { nullable: true })
  startDate!: string | null;

  /** The first day on which it holds no more. */
  @Column("date", { nullable: true })
  endDate!: string | null;
}
