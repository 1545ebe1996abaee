import { text } from "node:stream/consumers";
import { provision, type Provisioning, serviceUrl } from "@convene/shared/database/provision";
import { installJobs } from "@convene/shared/job/job-tables";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import pino from "pino";
import type { PlatformConfig } from "../config.ts";
import { openDatabase } from "../runtime/database.ts";
import { openSecrets, SECRETS_FILE, type Secrets, secretsSchema } from "../runtime/secrets.ts";
import { definitions, openServices, serviceNames, serviceOwners } from "../runtime/services.ts";
import type { Manifest } from "./backup-manifest.schema.ts";
import { BackupReader } from "./backup-reader.ts";
import { draftFile } from "./data-files.ts";
import { requireKnown } from "./restore-room.ts";
import { restoreTables } from "./restore-tables.ts";

/** Told as the restore goes on, for whoever watches. */
export interface RestoreProgress {
  step<T>(title: string, work: () => Promise<T>, result: (value: T) => string): Promise<T>;
}

export interface RestoreOptions {
  readonly file: string;
  readonly replace: boolean;
  readonly config: Pick<
    PlatformConfig,
    "dataFolder" | "DATABASE_URL" | "CONVENE_SECRET" | "LOG_LEVEL"
  >;
  readonly progress: RestoreProgress;
}

/** A whole Convene out of one file: its tables, its keys, its mail. */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  const { config, progress } = options;
  const backup = await BackupReader.open(options.file);
  try {
    requireKnown(backup.manifest, Object.values(definitions));
    await progress.step(
      "File",
      () => backup.verify(),
      () => describe(backup.manifest),
    );
    const { dataFolder, DATABASE_URL } = config;
    const database = await openDatabase({ dataFolder, databaseUrl: DATABASE_URL });
    try {
      await restoreInto({ ...options, backup, adminUrl: database.adminUrl });
    } finally {
      await database.stop();
    }
  } finally {
    backup.close();
  }
}

interface Restoring extends RestoreOptions {
  readonly backup: BackupReader;
  readonly adminUrl: string;
}

async function restoreInto(restoring: Restoring): Promise<void> {
  const { backup, adminUrl, progress, config, replace } = restoring;
  const { tables, files } = backup.manifest;
  const given = { adminUrl, secret: (await secretsFor(restoring)).secret };
  const request = {
    backup,
    adminUrl,
    definitions: Object.values(definitions),
    owners: serviceOwners(adminUrl),
    replace,
  };
  await provision(given, serviceNames);
  await installAllJobs(given);
  // On the disk before anything is changed; their names they take only when all is there.
  const drafts = await Promise.all(files.map((part) => draftFile(backup, part, config.dataFolder)));
  await progress.step(
    "Tables",
    () => restoreTables(request),
    () => `${tables.length}, whole`,
  );
  for (const draft of drafts) await draft.place();
  await progress.step(
    "Change feeds",
    () => followFeeds(given, config),
    () => "followed anew",
  );
}

/** Those of the backup; without them, those that are here. */
async function secretsFor({ backup, config }: Restoring): Promise<Secrets> {
  const kept = backup.manifest.files.find(({ path }) => path === SECRETS_FILE);
  if (!kept) return openSecrets(config.dataFolder, config.CONVENE_SECRET);
  const secrets = secretsSchema.parse(JSON.parse(await text(backup.stream(kept))));
  return { ...secrets, secret: config.CONVENE_SECRET ?? secrets.secret };
}

/** Where jobs are kept, which pg-boss makes in transactions of its own: empty, it harms nobody. */
async function installAllJobs(given: Provisioning): Promise<void> {
  for (const definition of Object.values<ServiceDefinition>(definitions)) {
    if (!definition.jobs) continue;
    await installJobs({ url: serviceUrl(given, definition.name) }, definition.jobs);
  }
}

async function followFeeds(
  given: Provisioning,
  { LOG_LEVEL }: RestoreOptions["config"],
): Promise<void> {
  const opened = await openServices(given, pino({ level: LOG_LEVEL }, pino.destination(2)));
  try {
    await opened.catchUp();
  } finally {
    await opened.stop();
  }
}

function describe({ tables, convene, madeAt }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const when = `${madeAt.slice(0, 10)} ${madeAt.slice(11, 16)} UTC`;
  return `whole, ${rows.toLocaleString("en")} rows, made ${when} by Convene ${convene}`;
}
