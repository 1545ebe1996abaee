import { setTimeout as pause } from "node:timers/promises";
import type { Contender } from "../contender/contender.ts";
import type { NodeProcess } from "../contender/node-process.ts";
import { standStill } from "../contender/stand-still.ts";
import type { MeasuredPostgres } from "../network/measured-postgres.ts";

/** How long a process that goes on has for the timers that it missed, in milliseconds. */
const WAKING = 200;

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
    await standStill(this.all, this.postgres);
    for (const process of contender.processes) process.goOn();
    await pause(WAKING);
  }
}
