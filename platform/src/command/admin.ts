import { readPlatformConfig } from "../config.ts";
import { StartError } from "../postgres/start-error.ts";
import { beginAnew } from "../runtime/beginning.ts";
import { listeningUrl } from "../runtime/port.ts";
import { withTools } from "../runtime/tools.ts";

/**
 * `npm run admin`: prints a link by which somebody becomes the first administrator, and nothing
 * else, on standard output. The link before dies.
 */
export async function run(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new StartError("npm run admin takes no options.");
  const config = readPlatformConfig();
  const url = listeningUrl(config);
  const link = await withTools(config, ({ services }) => beginAnew(services.identity, url));
  if (link === null) {
    throw new StartError(`There is an administrator already, who signs in at ${url}/auth/sign-in.`);
  }
  process.stdout.write(`${link}\n`);
}
