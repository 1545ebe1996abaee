import { registerEnumType } from "type-graphql";

/** How far an import has come. */
export enum ImportState {
  WAITING_FOR_FILE = "WAITING_FOR_FILE",
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  DONE = "DONE",
  FAILED = "FAILED",
  CANCELLED = "CANCELLED",
}

registerEnumType(ImportState, {
  name: "ImportState",
  description: "How far an import has come.",
  valuesConfig: {
    WAITING_FOR_FILE: { description: "The file is to be sent to `uploadUrl`." },
    QUEUED: { description: "The file is here; its turn comes." },
    RUNNING: { description: "Rows are being taken in." },
    DONE: { description: "All rows were read. Those that were skipped are in the report." },
    FAILED: { description: "The file as a whole could not be read; `failure` says why." },
    CANCELLED: { description: "It was called off. What was taken in before stays." },
  },
});

/** What a problem did to its row. */
export enum ImportProblemCode {
  ROW_SKIPPED = "ROW_SKIPPED",
  VALUE_LEFT_OUT = "VALUE_LEFT_OUT",
  WORTH_A_LOOK = "WORTH_A_LOOK",
}

registerEnumType(ImportProblemCode, {
  name: "ImportProblemCode",
  description: "What a problem did to its row.",
  valuesConfig: {
    ROW_SKIPPED: { description: "Nothing of the row was taken." },
    VALUE_LEFT_OUT: { description: "The row was taken without this." },
    WORTH_A_LOOK: {
      description: "Nothing was lost; somebody should see whether it was understood rightly.",
    },
  },
});
