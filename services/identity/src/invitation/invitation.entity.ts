import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * An invitation as the service of stakeholders tells of it, and what has been done about it here.
 * The latter cannot be told again: so the rows stay when the feed is read from the start.
 */
@Entity()
export class Invitation {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  /** Names, as the mail and the page say them. */
  @Column("text")
  network!: string;

  @Column("text")
  organisation!: string;

  /** In lower case. */
  @Column("text")
  email!: string;

  @Column("text", { nullable: true })
  language!: string | null;

  /** How many times it is to be mailed in all: only the link of the last is good … */
  @Column("integer")
  mailings!: number;

  /** … and for how many of these a job has been made. */
  @Column("integer", { default: 0 })
  enqueued!: number;

  @Column("timestamp with time zone", { precision: 3 })
  expiresAt!: Date;

  @Column("boolean")
  isRevoked!: boolean;

  /** What became of it where roles are given; null while that is open. */
  @Column("text", { nullable: true })
  outcome!: InvitationOutcome | null;

  @Column("text", { nullable: true })
  acceptedBy!: string | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  acceptedAt!: Date | null;
}

/** Refused is also what nobody has accepted, once somebody else owns the organisation. */
export type InvitationOutcome = "ACCEPTED" | "REFUSED";
