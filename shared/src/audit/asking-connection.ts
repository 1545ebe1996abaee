import type { Client } from "pg";
import { askingText } from "./asking.ts";

type Query = (...given: unknown[]) => unknown;

const BEGIN = /^\s*(begin|start\s+transaction)\b/i;
const END = /^\s*(commit|end|rollback(?!\s+to))\b/i;
const WRITES = /\b(insert|update|delete)\b/i;

/** The variable of a connection in which the triggers of the audit log find who asks. */
const VARIABLE = "convene.asking";

/**
 * Tells PostgreSQL who causes what a connection writes. It goes along with the statement that begins
 * the transaction, and so costs no statement; only a write without a transaction, such as those of
 * better-auth, is told of by itself.
 */
export class AskingConnection {
  private inTransaction = false;

  constructor(
    private readonly client: Pick<Client, "escapeLiteral">,
    private readonly query: Query,
  ) {}

  send(given: readonly unknown[]): unknown {
    const [statement, ...values] = given;
    if (typeof statement !== "string") return this.query(...given);
    const who = askingText();
    if (BEGIN.test(statement)) {
      this.inTransaction = true;
      return this.query(who === null ? statement : this.beginning(statement, who), ...values);
    }
    if (END.test(statement)) this.inTransaction = false;
    const isTold = who === null || this.inTransaction || !WRITES.test(statement);
    const isAwaited = !given.some((each) => typeof each === "function");
    return isTold || !isAwaited ? this.query(...given) : this.alone(given, who);
  }

  private beginning(statement: string, who: string): string {
    return `${statement}; SET LOCAL ${VARIABLE} = ${this.client.escapeLiteral(who)}`;
  }

  private async alone(given: readonly unknown[], who: string): Promise<unknown> {
    const tell = `SELECT set_config('${VARIABLE}', $1, false)`;
    await this.query(tell, [who]);
    try {
      return await this.query(...given);
    } finally {
      await this.query(tell, [""]);
    }
  }
}
