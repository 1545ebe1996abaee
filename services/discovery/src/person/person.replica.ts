import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** That a person exists, and who may know it; nothing about them. */
@Entity("person_document")
export class PersonDocument extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

export const personReplica = replicaTable({
  source: "stakeholders",
  type: "Person",
  payload: z.object({ protection: protectionSchema }),
  entity: PersonDocument,
  row: ({ id, payload }) => ({ id, ...payload.protection }),
});
