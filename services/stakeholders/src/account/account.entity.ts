import { Column, Entity, PrimaryColumn } from "typeorm";

/** The accounts for which a person has been made here: so that one who was erased stays so. */
@Entity()
export class Account {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  personId!: string;
}
