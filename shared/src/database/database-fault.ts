/**
 * What keeps a database from working although nothing is wrong with what it was asked:
 *
 * - `full`: its disk has no room. What was asked is undone.
 * - `limit`: memory or connections are at their limit. What was asked is undone.
 * - `lost`: it does not answer. What was asked may have been done, or not.
 */
export type DatabaseFault = "full" | "limit" | "lost";

/** Classes of SQLSTATE: connection exception, operator intervention. */
const LOST_STATES = /^(08...|57P0[1-5])$/;
const LOST_CALLS = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** What node-postgres says without a code. */
const LOST_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

/** TypeORM gives a connection back as soon as it breaks, also in the middle of a transaction. */
const LOST_RUNNERS = new Set([
  "QueryRunnerAlreadyReleasedError",
  "QueryRunnerProviderAlreadyReleasedError",
  "TransactionNotStartedError",
]);

/** Which of these an error is, or null: it is a fault of the question, or of this program. */
export function databaseFaultOf(error: unknown): DatabaseFault | null {
  const { code, message, name } = driverErrorOf(error);
  if (code === "53100") return "full";
  if (code.startsWith("53") && code.length === 5) return "limit";
  if (LOST_STATES.test(code) || LOST_CALLS.has(code) || LOST_RUNNERS.has(name)) return "lost";
  return code === "" && LOST_WORDS.test(message) ? "lost" : null;
}

/** TypeORM wraps what the driver threw, and keeps its code and message. */
function driverErrorOf(error: unknown): { code: string; message: string; name: string } {
  if (typeof error !== "object" || error === null) return { code: "", message: "", name: "" };
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    code: "code" in error ? textOf(error.code) : "",
    message: "message" in error ? textOf(error.message) : "",
    name: "name" in error ? textOf(error.name) : "",
  };
}
