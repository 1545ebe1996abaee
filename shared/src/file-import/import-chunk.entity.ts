import { Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { FileImport } from "./file-import.entity.ts";

/**
 * A part of a file that waits to be taken in: in the database, where a worker on any machine can
 * read it. Gone once the import has ended.
 */
@Entity()
export class ImportChunk {
  @PrimaryColumn("text")
  importId!: string;

  /** Of which try to send the file. */
  @PrimaryColumn("text")
  upload!: string;

  /** From 0. */
  @PrimaryColumn("integer")
  position!: number;

  @Column("bytea")
  bytes!: Buffer;

  @ManyToOne(() => FileImport, { onDelete: "CASCADE" })
  import!: FileImport;
}
