import { readPlatformConfig } from "../config.ts";
import { serviceNames } from "../runtime/services.ts";
import { withTools } from "../runtime/tools.ts";
import { Steps } from "./terminal.ts";

/** `npm run migrate`: makes what is missing (roles, schemas, tables, reference data), and ends. */
export async function run(): Promise<void> {
  const steps = new Steps(process.stdout);
  await withTools(readPlatformConfig(), async ({ services }) => {
    for (const name of serviceNames) {
      const { parts, definition } = services[name];
      await steps.step(
        name,
        async () => {
          await definition.loadReference?.(parts);
          return parts.db.migrations.length;
        },
        (count) => `${count} migrations, up to date`,
      );
    }
  });
}
