import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MortalProcess } from "./mortal-process.ts";

export interface Start {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** From the start of the process until it said that it is ready. */
  readonly seconds: number;
  /** Of the processors, by Node alone, in the same time. */
  readonly cpuSeconds: number;
}

/** `npm start` on a data folder, and what it takes to kill it in every way. */
export class MortalPlatform {
  private constructor(
    private readonly command: MortalProcess,
    readonly dataFolder: string,
    readonly start: Start,
  ) {}

  static async start(dataFolder: string, options: readonly string[]): Promise<MortalPlatform> {
    const began = performance.now();
    const command = MortalProcess.start(["start", ...options], dataFolder);
    const [, url = ""] = await command.wrote(/Graph +(http:\S+)\/graphql/);
    const seconds = (performance.now() - began) / 1000;
    return new MortalPlatform(command, dataFolder, {
      url,
      seconds,
      cpuSeconds: command.cpuSeconds,
    });
  }

  /** Kills Node, and where `postgres` is set its database server in the same moment. */
  async kill({ postgres }: { readonly postgres: boolean }): Promise<void> {
    const server = postmasterOf(this.dataFolder);
    const killed = this.command.end("SIGKILL");
    if (postgres && server !== null) process.kill(server, "SIGKILL");
    await killed;
  }

  stop(): Promise<void> {
    return this.command.end("SIGINT");
  }
}

/** The process id of the database server of a data folder, or null. */
export function postmasterOf(dataFolder: string): number | null {
  try {
    const file = join(dataFolder, "postgres", "cluster", "postmaster.pid");
    return Number(readFileSync(file, "utf8").split("\n")[0]);
  } catch {
    return null;
  }
}
