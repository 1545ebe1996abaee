import { ProtectedRow } from "@convene/shared/protection";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * What is kept here of an organisation: who may see it, in which networks it is, and by what an
 * import may name it.
 */
@Entity()
@Index("ix_organisation_identifier_keys", { synchronize: false })
@Index("ix_organisation_name_keys", { synchronize: false })
export class Organisation extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  /** `scheme:value` of each identifier, as `identifierKey` writes it. */
  @Column("text", { array: true })
  identifierKeys!: string[];

  /** All its names and its acronym, as `normaliseName` writes them. */
  @Column("text", { array: true })
  nameKeys!: string[];

  @Column("text", { array: true })
  countries!: string[];
}
