import { Column, Entity, Index, PrimaryColumn } from "typeorm";

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

  /** The title of its edges. */
  @Column("text")
  title!: string;

  @Column("text")
  rowKey!: string;
}

/** In the list of a service's entities. */
export const mergeEntities = [StandingMerge, MovedEdge];

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
    CONSTRAINT pk_moved_edge PRIMARY KEY (id)
  );
  CREATE INDEX ix_moved_edge_merge_id ON moved_edge (merge_id);
`;
