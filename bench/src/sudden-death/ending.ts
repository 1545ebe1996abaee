import type { MortalProcess } from "./mortal-process.ts";
import type { Findings } from "./work.ts";

/**
 * A command whose platform was killed beside it goes on to its end; where it lost its database too,
 * it says so in one sentence. Where it was killed itself it says nothing.
 */
export async function endedWell(command: MortalProcess | null): Promise<Findings> {
  await command?.ended();
  const { code, stderr, stdout } = command ?? { code: 0, stderr: "", stdout: "" };
  const isSentence = stderr.trim().split("\n").length === 1 && stderr.startsWith("✗ ");
  const isWell = code === 0 || code === null || isSentence;
  return {
    lost: [],
    doubled: [],
    different: isWell ? [] : [`ended with ${code}:\n${stdout}\n${stderr}`],
  };
}
