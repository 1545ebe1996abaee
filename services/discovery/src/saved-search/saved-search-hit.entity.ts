import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a saved search has found already: nobody is told of it again. */
@Entity()
export class SavedSearchHit {
  @PrimaryColumn("text")
  searchId!: string;

  @PrimaryColumn("text")
  foundId!: string;

  @Column("timestamp with time zone", { precision: 3 })
  foundAt!: Date;
}
