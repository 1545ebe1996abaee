import { Column, Entity, PrimaryColumn, Unique } from "typeorm";

/** The one link by which the first administrator makes their account. Of its token, the hash. */
@Entity()
@Unique(["tokenHash"])
export class AdministratorLink {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  tokenHash!: string;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;

  @Column("timestamp with time zone", { precision: 3 })
  expiresAt!: Date;
}
