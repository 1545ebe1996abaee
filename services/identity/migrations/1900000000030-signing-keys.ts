import type { MigrationInterface, QueryRunner } from "typeorm";

/** What signs access tokens. The private half is sealed with the secret of the service. */
export class SigningKeys1900000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_key (
        id text NOT NULL,
        public_key text NOT NULL,
        sealed_private_key text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_signing_key PRIMARY KEY (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE signing_key");
  }
}
