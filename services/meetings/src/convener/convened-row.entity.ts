import type { Audience } from "@convene/shared/audience";
import { ProtectedRow } from "@convene/shared/protection";
import { Column } from "typeorm";

/**
 * What a group or a network convenes: a series, or a meeting. The protection's columns hold what
 * follows from the chosen audience and the convener; they change with the convener.
 */
export abstract class ConvenedRow extends ProtectedRow {
  /** Null for what a whole network convenes. */
  @Column("text", { nullable: true })
  groupId!: string | null;

  /** The network, or the network in which the group stands. */
  @Column("text", { nullable: true })
  networkId!: string | null;

  /** The convener's own: wider than this nothing that it convenes is seen. */
  @Column("text")
  convenerAudience!: Audience;
}
