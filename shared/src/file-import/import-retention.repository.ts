import type { EntityManager } from "typeorm";
import { wholeWords } from "../personal-data/forget-mentions.ts";
import type { PersonalTable } from "../personal-data/personal-table.ts";
import { daysBefore, type RetentionRule } from "../retention/retention.ts";

/** Reports hold what cells say, so they go a month after the end; what never got its file, in a day. */
async function forgetImports(manager: Pick<EntityManager, "query">, now: Date): Promise<void> {
  await manager.query(
    `DELETE FROM file_import WHERE finished_at < $1
       OR (state = 'WAITING_FOR_FILE' AND upload_until < $2)`,
    [daysBefore(now, 30), daysBefore(now, 1)],
  );
}

export const importRetention: RetentionRule = {
  what: "imports, with their files and reports",
  kept: "30 days after their end; 1 day where no file came",
  forget: ({ db }, now) => forgetImports(db.manager, now),
};

/** Who has asked for an import, in every service that takes some. */
export const importPersonalData: readonly PersonalTable[] = [
  {
    table: "file_import",
    title: "imports",
    account: ["created_by"],
    secret: ["upload_token"],
  },
  // What cells of a file say, so that its sender may mend it: of whoever stands in the file.
  { table: "import_problem", title: "importProblems", within: ["cell"] },
];

/** Without what the cell says: a message may quote it. */
const EMPTIED = String.raw`cell = NULL, message = regexp_replace(message, '"(\\.|[^"\\])*"', '"…"', 'g')`;

/**
 * For a service that knows no names of people: when somebody is erased, no report keeps what a cell
 * says. Rows and columns stay, by which whoever sent the file finds it.
 */
export const forgetAllCells = async (manager: Pick<EntityManager, "query">): Promise<void> => {
  await manager.query(
    `UPDATE import_problem SET ${EMPTIED} WHERE cell IS NOT NULL OR message LIKE '%"%'`,
  );
};

/** What cells of anybody's file say that holds one of the words as a whole, is not kept any longer. */
export async function forgetCells(
  manager: Pick<EntityManager, "query">,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return;
  await manager.query(
    `UPDATE import_problem AS t SET ${EMPTIED} WHERE concat_ws(' ', t.cell, t.message) ~* $1`,
    [wholeWords(words)],
  );
}
