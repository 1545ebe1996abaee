import { Column } from "typeorm";
import { z } from "zod";
import { Audience } from "./audience.ts";

/** How every change feed tells who may see an aggregate. */
export const protectionSchema = z.object({
  audience: z.enum(Audience),
  organisations: z.array(z.string()),
  networks: z.array(z.string()),
});

export type Protection = z.infer<typeof protectionSchema>;

/** The columns that a table needs for `visibleTo`: a replica, or a record that keeps its own. */
export abstract class ProtectedRow {
  @Column("text")
  audience!: Audience;

  @Column("text", { array: true })
  organisations!: string[];

  @Column("text", { array: true })
  networks!: string[];
}
