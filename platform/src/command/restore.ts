import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { restoreBackup } from "../backup/restore-backup.ts";
import { readPlatformConfig } from "../config.ts";
import { StartError } from "../postgres/start-error.ts";
import { Steps } from "./terminal.ts";

const USAGE = `Which backup shall be restored?
  npm run restore -- FILE
    --replace   in place of what is here, all of which goes`;

/** `npm run restore`: what a backup holds, into an empty Convene that does not run. */
export async function run(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const progress = new Steps(process.stdout);
  await restoreBackup({ ...options, config: readPlatformConfig(), progress });
  process.stdout.write("\n  Restored. npm start goes on from there.\n");
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new StartError(USAGE);
    return { file: resolve(file), replace: values.replace };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
