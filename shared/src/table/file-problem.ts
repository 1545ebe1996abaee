import { AppError } from "../errors.ts";

/** The file as a whole cannot be read (further). `line` counts from 1, as text editors do. */
export const fileProblem = (message: string, line?: number) =>
  new AppError(
    "BAD_USER_INPUT",
    line === undefined ? message : `Line ${line}: ${message}`,
    line === undefined ? { field: "file" } : { field: "file", line },
  );
