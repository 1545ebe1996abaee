import type { MigrationInterface, QueryRunner } from "typeorm";

/** What people write to each other through here, and what people are to be told. */
export class Messages1800000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id text NOT NULL,
        people text[] NOT NULL,
        moderators boolean NOT NULL,
        except_id text,
        item jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_notice PRIMARY KEY (id)
      );
      CREATE TABLE message (
        id text NOT NULL,
        author_id text NOT NULL,
        from_id text NOT NULL,
        sender_name text NOT NULL,
        to_id text NOT NULL,
        in_reply_to_id text,
        subject text NOT NULL,
        text text NOT NULL,
        is_withheld boolean NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_message PRIMARY KEY (id)
      );
      CREATE INDEX ix_message_author_id_created_at ON message (author_id, created_at);
      CREATE INDEX ix_message_to_id_created_at ON message (to_id, created_at);
      CREATE TABLE message_block (
        id text NOT NULL,
        owner_id text NOT NULL,
        blocked_id text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_message_block PRIMARY KEY (id),
        CONSTRAINT uq_message_block_owner_id_blocked_id UNIQUE (owner_id, blocked_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE message_block, message, notice");
  }
}
