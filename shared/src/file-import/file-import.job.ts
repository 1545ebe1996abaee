import { z } from "zod";
import type { JobKind } from "../job/job-kind.ts";
import { ImportState } from "./file-import.enum.ts";
import { endImport, runImport } from "./import-run.service.ts";
import type { Importers } from "./importer.ts";

const importSchema = z.object({ id: z.string() });

export type ImportJob = JobKind<z.infer<typeof importSchema>>;

/**
 * The job that takes the files of one service in, one after the other in each process. Taken in a
 * second time a row changes nothing, so what a process that died has left is begun anew.
 */
export const importJob = (importers: Importers): ImportJob => ({
  name: "import-file",
  data: importSchema,
  retries: 5,
  retryDelay: 5,
  timeout: 4 * 60 * 60,
  run: (parts, { id }, { signal }) => runImport({ parts, importers, id, signal }),
  giveUp: (parts, { id }) => endImport(parts, id, { state: ImportState.FAILED, failure: GIVEN_UP }),
});

const GIVEN_UP =
  "It was tried several times and did not come to its end. What was taken in stays; importing the file again takes in the rest.";
