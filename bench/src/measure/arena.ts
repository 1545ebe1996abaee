import { setTimeout as pause } from "node:timers/promises";
import type { Contender } from "../contender/contender.ts";
import type { NodeProcess } from "../contender/node-process.ts";
import type { MeasuredPostgres } from "../network/measured-postgres.ts";

/** How long a process that goes on has for the timers that it missed, in milliseconds. */
const WAKING = 200;

/** How long Postgres may take to see that nobody asks any more. */
const SETTLING = 20;

/** Lets one contender run at a time: the processes of all others stand still (SIGSTOP). */
export class Arena {
  private readonly all: readonly NodeProcess[];
  private running: Contender | null = null;

  constructor(
    readonly contenders: readonly Contender[],
    private readonly postgres: MeasuredPostgres,
  ) {
    this.all = [...new Set(contenders.flatMap(({ processes }) => processes))];
  }

  async letRun(contender: Contender): Promise<void> {
    if (this.running === contender) return;
    this.running = contender;
    await this.standStill();
    for (const process of contender.processes) process.goOn();
    await pause(WAKING);
  }

  /** Who stands still in the middle of a transaction keeps its locks: then everybody goes on. */
  private async standStill(): Promise<void> {
    for (;;) {
      for (const process of this.all) process.standStill();
      await pause(SETTLING);
      if (!(await this.postgres.isBusy())) return;
      for (const process of this.all) process.goOn();
      await pause(SETTLING);
    }
  }
}
