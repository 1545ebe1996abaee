import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { NetworkNumbers } from "./network-analysis.value.ts";

/**
 * What was computed of a part of the network as one class of viewers sees it. Good for as long as
 * the part is the same as it was then. Nodes are told by their number in the order of ids, so that no
 * id is kept; what is not asked for any more is thrown away.
 */
@Entity("network_analysis")
@Index(["computedAt"])
export class NetworkAnalysis {
  /** A digest of whose eyes, which part and which day. */
  @PrimaryColumn("text")
  key!: string;

  /** A digest of all nodes and ties that it was computed from. */
  @Column("text")
  fingerprint!: string;

  @Column({ type: "timestamptz", precision: 3 })
  computedAt!: Date;

  @Column("jsonb")
  numbers!: NetworkNumbers;
}
