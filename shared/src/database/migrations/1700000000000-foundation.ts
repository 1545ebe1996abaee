import type { MigrationInterface, QueryRunner } from "typeorm";

/** What every service has: the outbox, its positions in others' feeds, and idempotency keys. */
export class Foundation1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE outbox_position;
      CREATE TABLE outbox (
        type text NOT NULL,
        id text NOT NULL,
        version bigint NOT NULL,
        txid xid8 NOT NULL,
        position bigint NOT NULL,
        payload jsonb,
        changed_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT pk_outbox PRIMARY KEY (type, id)
      );
      CREATE UNIQUE INDEX ix_outbox_txid_position ON outbox (txid, position);
      COMMENT ON TABLE outbox IS
        'The latest version of each aggregate, or its tombstone (payload null), in the order of change';

      CREATE TABLE feed_position (
        source text NOT NULL,
        position text NOT NULL,
        CONSTRAINT pk_feed_position PRIMARY KEY (source)
      );
      CREATE TABLE feed_refusal (
        source text NOT NULL,
        type text NOT NULL,
        id text NOT NULL,
        version bigint NOT NULL,
        reason text NOT NULL,
        refused_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT pk_feed_refusal PRIMARY KEY (source, type, id)
      );
      COMMENT ON TABLE feed_refusal IS
        'Changes that a replica could not read: a fault to mend; a newer version takes them away';

      CREATE TABLE idempotency_key (
        viewer_id text NOT NULL,
        key text NOT NULL,
        mutation text NOT NULL,
        input_hash text NOT NULL,
        result_id text,
        used_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotency_key PRIMARY KEY (viewer_id, key)
      );
      CREATE INDEX ix_idempotency_key_used_at ON idempotency_key (used_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_key, feed_refusal, feed_position, outbox;
      DROP SEQUENCE outbox_position;
    `);
  }
}
