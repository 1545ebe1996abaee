import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { PaperUpload } from "./paper-upload.entity.ts";

/** A part of a file that is being sent; gone once it is whole. */
@Entity()
export class PaperChunk {
  @PrimaryColumn("text")
  uploadId!: string;

  /** Of which try to send the file. */
  @PrimaryColumn("text")
  upload!: string;

  /** From 0. */
  @PrimaryColumn("integer")
  position!: number;

  @Column("bytea")
  bytes!: Buffer;

  @ManyToOne(() => PaperUpload, { onDelete: "CASCADE" })
  @JoinColumn({ name: "upload_id" })
  awaited!: PaperUpload;
}
