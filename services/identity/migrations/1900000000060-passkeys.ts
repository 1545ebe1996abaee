import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keys that stay in people's devices (WebAuthn): better-auth's table passkey. */
export class Passkeys1900000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey (
        id text NOT NULL,
        account_id text NOT NULL,
        name text,
        credential_id text NOT NULL,
        public_key text NOT NULL,
        counter integer NOT NULL,
        device_type text NOT NULL,
        backed_up boolean NOT NULL,
        transports text,
        aaguid text,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_passkey PRIMARY KEY (id),
        CONSTRAINT uq_passkey_credential_id UNIQUE (credential_id),
        CONSTRAINT fk_passkey_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_passkey_account_id ON passkey (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE passkey");
  }
}
