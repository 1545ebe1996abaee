import { byItself } from "@convene/shared/audit/asking";
import { siteOf } from "@convene/shared/site";
import pino from "pino";
import type { PlatformConfig } from "../config.ts";
import { explainLoss } from "./database-loss.ts";
import { type Database, openOrAttachDatabase } from "./database.ts";
import { listeningUrl } from "./port.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { type OpenedServices, openServices } from "./services.ts";

export interface Tools extends OpenedServices {
  readonly database: Database & { readonly attached: boolean };
  readonly secrets: Secrets;
}

/**
 * The services for a command that does its work and ends: beside a Convene that runs on the same
 * data folder, or alone. They follow no feeds by themselves.
 */
async function openTools(config: PlatformConfig): Promise<Tools> {
  const log = pino({ name: "convene", level: config.LOG_LEVEL }, pino.destination(2));
  const database = await openOrAttachDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.DATABASE_URL,
  });
  try {
    const secrets = await openSecrets(config.dataFolder, config.CONVENE_SECRET);
    const given = { adminUrl: database.adminUrl, secret: secrets.secret };
    const site = siteOf(() => listeningUrl(config), secrets.secret);
    const opened = await openServices(given, log, { site });
    const stop = async () => {
      await opened.stop();
      await database.stop();
    };
    return { ...opened, database, secrets, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Opens the tools, does the work, and closes them again, whatever came of it. */
export async function withTools<T>(
  config: PlatformConfig,
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  try {
    const tools = await openTools(config);
    try {
      return await byItself("the command line", () => work(tools));
    } finally {
      await tools.stop();
    }
  } catch (error) {
    throw explainLoss(error, config.dataFolder);
  }
}
