import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BackupMade } from "../backup/make-backup.ts";
import { makeBackup } from "../backup/make-backup.ts";
import { readPlatformConfig } from "../config.ts";
import { productVersion } from "../postgres/data-version.ts";
import { StartError } from "../postgres/start-error.ts";
import { openOrAttachDatabase } from "../runtime/database.ts";
import { openSecrets } from "../runtime/secrets.ts";
import { serviceOwners } from "../runtime/services.ts";
import { coloursOf, Steps } from "./terminal.ts";

const USAGE = `Where shall the backup be kept?
  npm run backup -- FILE
    --without-secrets   leave out the keys that sign tokens and calls, and mails with links to sign in
    --force             replace a file that is there already`;

/** `npm run backup`: all that is kept into one file, beside a Convene that runs or alone. */
export async function run(args: readonly string[]): Promise<void> {
  const { file, force, withSecrets } = readOptions(args);
  const { dataFolder, DATABASE_URL, CONVENE_SECRET } = readPlatformConfig();
  const steps = new Steps(process.stdout);
  const database = await openOrAttachDatabase({ dataFolder, databaseUrl: DATABASE_URL });
  try {
    const { adminUrl } = database;
    const request = {
      file,
      force,
      adminUrl,
      owners: serviceOwners(adminUrl),
      secrets: withSecrets ? await openSecrets(dataFolder, CONVENE_SECRET) : null,
      dataFolder,
      version: await productVersion(),
    };
    await steps.step("Backup", () => makeBackup(request), describe);
  } finally {
    await database.stop();
  }
  const { bold, dim } = coloursOf(process.stdout);
  const holds = withSecrets ? "personal data and the keys of this Convene" : "personal data";
  process.stdout.write(`\n  ${bold(file)}\n  ${dim(`It holds ${holds}: keep it as safe.`)}\n`);
}

const number = new Intl.NumberFormat("en");
const megabytes = new Intl.NumberFormat("en", {
  style: "unit",
  unit: "megabyte",
  maximumSignificantDigits: 3,
});

function describe({ manifest, size }: BackupMade): string {
  const { tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const counts = [`${tables.length} tables`, `${number.format(rows)} rows`];
  if (files.length > 0) counts.push(files.length === 1 ? "1 file" : `${files.length} files`);
  return [...counts, megabytes.format(size / 1_000_000)].join(", ");
}

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        force: { type: "boolean", default: false },
        "without-secrets": { type: "boolean", default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new StartError(USAGE);
    return {
      file: resolve(file),
      force: values.force,
      withSecrets: !values["without-secrets"],
    };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
