import type { MigrationInterface, QueryRunner } from "typeorm";

/** Accounts and sessions, of which better-auth reads the former, and what it keeps beside them. */
export class Accounts1900000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_account (
        id text NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        email_verified boolean NOT NULL,
        image text,
        person_id text NOT NULL,
        platform text[] NOT NULL DEFAULT '{}',
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_user_account PRIMARY KEY (id),
        CONSTRAINT uq_user_account_email UNIQUE (email)
      );
      CREATE TABLE session (
        id text NOT NULL,
        account_id text NOT NULL,
        token text NOT NULL,
        user_agent text,
        ip_address text,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_session PRIMARY KEY (id),
        CONSTRAINT uq_session_token UNIQUE (token),
        CONSTRAINT fk_session_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_session_account_id ON session (account_id);

      -- Other ways to sign in to an account: better-auth's table account.
      CREATE TABLE credential (
        id text NOT NULL,
        account_id text NOT NULL,
        provider_id text NOT NULL,
        provider_account_id text NOT NULL,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz(3),
        refresh_token_expires_at timestamptz(3),
        scope text,
        password text,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_credential PRIMARY KEY (id),
        CONSTRAINT fk_credential_account_id
          FOREIGN KEY (account_id) REFERENCES user_account (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_credential_account_id ON credential (account_id);
      -- What must be used once and soon, such as the hash of a link to sign in.
      CREATE TABLE verification (
        id text NOT NULL,
        identifier text NOT NULL,
        value text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_verification PRIMARY KEY (id)
      );
      CREATE INDEX ix_verification_identifier ON verification (identifier);
      CREATE INDEX ix_verification_expires_at ON verification (expires_at);

      CREATE TABLE administrator_link (
        id text NOT NULL,
        token_hash text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_administrator_link PRIMARY KEY (id),
        CONSTRAINT uq_administrator_link_token_hash UNIQUE (token_hash)
      );

      CREATE TABLE invitation (
        id text NOT NULL,
        version bigint NOT NULL,
        network text NOT NULL,
        organisation text NOT NULL,
        email text NOT NULL,
        language text,
        mailings integer NOT NULL,
        enqueued integer NOT NULL DEFAULT 0,
        expires_at timestamptz(3) NOT NULL,
        is_revoked boolean NOT NULL,
        accepted_by text,
        accepted_at timestamptz(3),
        CONSTRAINT pk_invitation PRIMARY KEY (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP TABLE invitation, administrator_link, verification, credential, session, user_account",
    );
  }
}
