import { setTimeout as pause } from "node:timers/promises";
import { endedWell } from "./ending.ts";
import type { MortalPlatform } from "./mortal-platform.ts";
import { MortalProcess } from "./mortal-process.ts";
import type { Findings, Work } from "./work.ts";

/** `npm run reindex` beside the platform. */
export class ReindexWork implements Work {
  private command: MortalProcess | null = null;

  begin({ dataFolder }: MortalPlatform): void {
    this.command = MortalProcess.start(["reindex"], dataFolder);
  }

  get runs(): boolean {
    return this.command?.runs ?? false;
  }

  async begun(): Promise<void> {
    while (this.runs && !this.command?.stdout.includes("✓")) await pause(10);
  }

  async kill(): Promise<void> {
    await this.command?.end("SIGKILL");
  }

  async ended(): Promise<void> {
    await this.command?.ended();
  }

  /** Every round compares the replicas with a rebuild: here it is only how the command ended. */
  check(): Promise<Findings> {
    return endedWell(this.command);
  }
}
