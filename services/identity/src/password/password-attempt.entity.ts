import { Column, Entity, PrimaryColumn } from "typeorm";

/** How often a password was tried of late, for one mail address or from one of the internet. */
@Entity()
export class PasswordAttempt {
  /** A keyed hash, so that nobody reads out of it who came from where. */
  @PrimaryColumn("text")
  subject!: string;

  @Column("integer")
  tries!: number;

  /** From then on it counts anew. */
  @Column("timestamp with time zone", { precision: 3 })
  endsAt!: Date;
}
