import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keys by which scripts ask in somebody's name. */
export class ApiKeys1900000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id text NOT NULL,
        account_id text NOT NULL,
        name text NOT NULL,
        hint text NOT NULL,
        secret_hash text NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        last_used_at timestamptz(3),
        CONSTRAINT pk_api_key PRIMARY KEY (id),
        CONSTRAINT uq_api_key_secret_hash UNIQUE (secret_hash),
        CONSTRAINT fk_api_key_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_api_key_account_id ON api_key (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE api_key");
  }
}
