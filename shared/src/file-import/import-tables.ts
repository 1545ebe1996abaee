import type { QueryRunner } from "typeorm";
import { FileImport } from "./file-import.entity.ts";
import { ImportChunk } from "./import-chunk.entity.ts";
import { ImportProblem } from "./import-problem.entity.ts";

/** What a service that imports through the API has among its entities … */
export const importEntities = [FileImport, ImportProblem, ImportChunk] as const;

/** … and makes in a migration of its own. */
export async function createImportTables(runner: QueryRunner): Promise<void> {
  await runner.query(IMPORTS);
  await runner.query(ROWS_AND_FILES);
}

export async function dropImportTables(runner: QueryRunner): Promise<void> {
  await runner.query("DROP TABLE import_chunk, import_problem, file_import");
}

/** In a later migration of each: where a file comes from. */
export const addImportSource = (runner: QueryRunner): Promise<unknown> =>
  runner.query("ALTER TABLE file_import ADD COLUMN source jsonb");

export const dropImportSource = (runner: QueryRunner): Promise<unknown> =>
  runner.query("ALTER TABLE file_import DROP COLUMN source");

const IMPORTS = `
  CREATE TABLE file_import (
    id text NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    scheme text,
    sheet text,
    column_map text[] NOT NULL,
    dry_run boolean NOT NULL,
    state text NOT NULL,
    failure text,
    upload_token text,
    upload_until timestamptz(3) NOT NULL,
    file_bytes integer,
    bytes_read integer NOT NULL,
    rows_read integer NOT NULL,
    created integer NOT NULL,
    updated integer NOT NULL,
    unchanged integer NOT NULL,
    skipped integer NOT NULL,
    problems_found integer NOT NULL,
    made jsonb NOT NULL,
    attempt integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    started_at timestamptz(3),
    finished_at timestamptz(3),
    CONSTRAINT pk_file_import PRIMARY KEY (id),
    CONSTRAINT ck_file_import_state CHECK
      (state IN ('WAITING_FOR_FILE', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'))
  );
  CREATE INDEX ix_file_import_created_at ON file_import (created_at);
`;

const ROWS_AND_FILES = `
  CREATE TABLE import_problem (
    import_id text NOT NULL,
    position integer NOT NULL,
    line integer NOT NULL,
    field text,
    "column" text,
    code text NOT NULL,
    message text NOT NULL,
    cell text,
    CONSTRAINT pk_import_problem PRIMARY KEY (import_id, position),
    CONSTRAINT ck_import_problem_code CHECK
      (code IN ('ROW_SKIPPED', 'VALUE_LEFT_OUT', 'WORTH_A_LOOK')),
    CONSTRAINT fk_import_problem_import_id
      FOREIGN KEY (import_id) REFERENCES file_import (id) ON DELETE CASCADE
  );

  CREATE TABLE import_chunk (
    import_id text NOT NULL,
    upload text NOT NULL,
    position integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_import_chunk PRIMARY KEY (import_id, upload, position),
    CONSTRAINT fk_import_chunk_import_id
      FOREIGN KEY (import_id) REFERENCES file_import (id) ON DELETE CASCADE
  );
  ALTER TABLE import_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
`;
