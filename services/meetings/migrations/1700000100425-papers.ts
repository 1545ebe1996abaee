import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is to be read before meetings, and files that are being sent for it. */
export class Papers1700000100425 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE meeting ADD papers_due_at timestamptz(3);

      CREATE TABLE paper (
        id text NOT NULL,
        item_id text,
        proposal_id text,
        title text NOT NULL,
        language text NOT NULL,
        owner_id text,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_paper PRIMARY KEY (id),
        CONSTRAINT ck_paper_place CHECK (item_id IS NOT NULL OR proposal_id IS NOT NULL),
        CONSTRAINT fk_paper_item_id FOREIGN KEY (item_id)
          REFERENCES agenda_item (id) ON DELETE CASCADE,
        CONSTRAINT fk_paper_proposal_id FOREIGN KEY (proposal_id)
          REFERENCES agenda_proposal (id) ON DELETE CASCADE
      );
      CREATE INDEX ix_paper_item_id_id ON paper (item_id, id);
      CREATE INDEX ix_paper_proposal_id_id ON paper (proposal_id, id);

      CREATE TABLE paper_version (
        id text NOT NULL,
        paper_id text NOT NULL,
        number integer NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        uploader_id text,
        uploaded_at timestamptz(3) NOT NULL,
        CONSTRAINT pk_paper_version PRIMARY KEY (id),
        CONSTRAINT uq_paper_version_paper_id_number UNIQUE (paper_id, number),
        CONSTRAINT fk_paper_version_paper_id FOREIGN KEY (paper_id)
          REFERENCES paper (id) ON DELETE CASCADE
      );

      CREATE TABLE paper_upload (
        id text NOT NULL,
        item_id text,
        proposal_id text,
        paper_id text,
        title text NOT NULL,
        language text NOT NULL,
        file_name text NOT NULL,
        uploader_id text,
        upload_token text NOT NULL,
        upload_until timestamptz(3) NOT NULL,
        CONSTRAINT pk_paper_upload PRIMARY KEY (id),
        CONSTRAINT fk_paper_upload_item_id FOREIGN KEY (item_id)
          REFERENCES agenda_item (id) ON DELETE CASCADE,
        CONSTRAINT fk_paper_upload_proposal_id FOREIGN KEY (proposal_id)
          REFERENCES agenda_proposal (id) ON DELETE CASCADE,
        CONSTRAINT fk_paper_upload_paper_id FOREIGN KEY (paper_id)
          REFERENCES paper (id) ON DELETE CASCADE
      );

      CREATE TABLE paper_chunk (
        upload_id text NOT NULL,
        upload text NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_paper_chunk PRIMARY KEY (upload_id, upload, position),
        CONSTRAINT fk_paper_chunk_upload_id FOREIGN KEY (upload_id)
          REFERENCES paper_upload (id) ON DELETE CASCADE
      );
      ALTER TABLE paper_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE paper_chunk, paper_upload, paper_version, paper;
      ALTER TABLE meeting DROP papers_due_at;
    `);
  }
}
