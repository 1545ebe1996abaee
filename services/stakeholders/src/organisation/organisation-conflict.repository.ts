import { violatedUnique } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { QueryFailedError } from "typeorm";

/** Says nothing of the other organisation: the viewer may not see it. */
export function inWords(error: unknown): unknown {
  if (violatedUnique(error)?.includes("organisation_identifier")) {
    return conflict("One of the identifiers names another organisation", { field: "identifiers" });
  }
  if (isReferred(error)) {
    return conflict("It takes part in relationships or networks; end these and keep it");
  }
  return error;
}

const FOREIGN_KEY = "23503";

function isReferred(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return (error.driverError as { code?: string }).code === FOREIGN_KEY;
}
