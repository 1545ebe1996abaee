import { databaseFaultOf } from "@convene/shared/database/database-fault";
import { diskFull } from "../postgres/failure.ts";
import { StartError } from "../postgres/start-error.ts";

const SENTENCES = {
  limit: () => "The database is at the limit of its memory or its connections: try again later.",
  lost: () =>
    "The database ended in the middle of the work: what was done until then is kept; start again.",
};

/**
 * One sentence for a command whose database could not go on, in `home` or on a server of one's own;
 * any other error as it is.
 */
export function explainLoss(error: unknown, home: string): unknown {
  const fault = databaseFaultOf(error);
  if (fault === null || error instanceof StartError) return error;
  const sentence = fault === "full" ? diskFull(home) : SENTENCES[fault]();
  return new StartError(sentence, { cause: error });
}
