import { setTimeout as pause } from "node:timers/promises";
import type { MeasuredPostgres } from "../network/measured-postgres.ts";
import type { NodeProcess } from "./node-process.ts";

/** How long Postgres may take to see that nobody asks any more, in milliseconds. */
const SETTLING = 20;

/**
 * Makes processes stand still (SIGSTOP), none of them in the middle of a transaction, whose locks it
 * would keep: whoever is found so goes on until it has ended.
 */
export async function standStill(
  processes: readonly NodeProcess[],
  postgres: MeasuredPostgres,
): Promise<void> {
  for (;;) {
    await postgres.untilQuiet();
    for (const process of processes) process.standStill();
    await pause(SETTLING);
    if (!(await postgres.isBusy())) return;
    for (const process of processes) process.goOn();
  }
}
