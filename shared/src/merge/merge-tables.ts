import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { removable, type Removable } from "../removal/removable.ts";

/** A merge that this service has carried out, and that was not undone. */
@Entity("standing_merge")
@Index(["fromId"])
@Index(["intoId"])
export class StandingMerge {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  fromId!: string;

  @Column("text")
  intoId!: string;
}

/** That a row was moved by a merge: undone, it goes back. */
@Entity("moved_edge")
@Index(["mergeId"])
export class MovedEdge {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  mergeId!: string;

  @ManyToOne(() => StandingMerge, { onDelete: "CASCADE" })
  @JoinColumn({ name: "merge_id" })
  merge!: StandingMerge;

  /** The title of its edges. */
  @Column("text")
  title!: string;

  @Column("text")
  rowKey!: string;
}

/** In the list of a service's entities. */
export const mergeEntities = [StandingMerge, MovedEdge];

/** Among the tables of a service's removal: a merge holds on to both of its organisations. */
export const mergeRemovables: readonly Removable[] = [
  removable({
    entity: StandingMerge,
    title: "merges carried out",
    feed: null,
    refersBy: ["fromId", "intoId"],
    derived: [],
    parts: [{ entity: MovedEdge, owner: "mergeId", refersBy: [], isDerived: true }],
  }),
];

/** For the migration of each service that has something about organisations. */
export const MERGE_TABLES = `
  CREATE TABLE standing_merge (
    id text NOT NULL,
    from_id text NOT NULL,
    into_id text NOT NULL,
    CONSTRAINT pk_standing_merge PRIMARY KEY (id)
  );
  CREATE INDEX ix_standing_merge_from_id ON standing_merge (from_id);
  CREATE INDEX ix_standing_merge_into_id ON standing_merge (into_id);
  CREATE TABLE moved_edge (
    id text NOT NULL,
    merge_id text NOT NULL,
    title text NOT NULL,
    row_key text NOT NULL,
    CONSTRAINT pk_moved_edge PRIMARY KEY (id),
    CONSTRAINT fk_moved_edge_merge_id
      FOREIGN KEY (merge_id) REFERENCES standing_merge (id) ON DELETE CASCADE
  );
  CREATE INDEX ix_moved_edge_merge_id ON moved_edge (merge_id);
`;
