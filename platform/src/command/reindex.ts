import { readPlatformConfig } from "../config.ts";
import { withTools } from "../runtime/tools.ts";
import { Steps } from "./terminal.ts";

/**
 * `npm run reindex`: rebuilds discovery, and the other services' replicas, from the change feeds.
 * Each source in one transaction: whoever reads meanwhile sees the old state, then the new.
 */
export async function run(): Promise<void> {
  const steps = new Steps(process.stdout);
  await withTools(readPlatformConfig(), async ({ services }) => {
    for (const [name, service] of Object.entries(services)) {
      await steps.step(
        name,
        () => service.parts.feeds.rebuild(),
        (counts) => {
          const told = Object.entries(counts).map(([source, count]) => `${count} from ${source}`);
          return told.length > 0 ? told.join(", ") : "follows nobody";
        },
      );
    }
  });
}
