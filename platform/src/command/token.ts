import { parseArgs } from "node:util";
import { prefixOf } from "@convene/shared/type-id";
import { readPlatformConfig } from "../config.ts";
import { DEMO_VIEWERS, demoToken } from "../demo/demo-viewers.ts";
import { DEMO_STATE, type DemoState } from "../demo/demo-state.ts";
import { StartError } from "../postgres/start-error.ts";
import { openOrAttachDatabase } from "../runtime/database.ts";
import { openSecrets, type Secrets } from "../runtime/secrets.ts";
import { PlatformState } from "../runtime/state.ts";
import { issueToken } from "../token/access-token.ts";

const USAGE = `Whose token? One of:
  npm run token -- --demo ${DEMO_VIEWERS.map(({ key }) => key).join(" | ")}
  npm run token -- --person per_…      speaks for a person of the graph
  npm run token -- --admin             an administrator of the platform, tied to no person
and --expires 8h, 30d … (8h unless told).`;

interface Options {
  readonly demo?: string | undefined;
  readonly person?: string | undefined;
  readonly admin?: boolean | undefined;
  readonly expires: string;
}

/** `npm run token`: prints an access token, and nothing else, on standard output. */
export async function run(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const config = readPlatformConfig();
  const secrets = await openSecrets(config.dataFolder, config.CONVENE_SECRET);
  process.stdout.write(`${await tokenFor(options, secrets, config)}\n`);
}

async function tokenFor(
  { demo, person, admin, expires }: Options,
  secrets: Secrets,
  config: ReturnType<typeof readPlatformConfig>,
): Promise<string> {
  if (demo !== undefined) return tokenOfDemo(demo, secrets, config);
  if (person !== undefined) {
    if (prefixOf(person) !== "per") throw new StartError(`${person} is no id of a person (per_…).`);
    return issueToken(secrets, { person, expiresIn: expires });
  }
  if (admin === true) {
    return issueToken(secrets, { person: null, platform: ["ADMIN"], expiresIn: expires });
  }
  throw new StartError(USAGE);
}

async function tokenOfDemo(
  key: string,
  secrets: Secrets,
  { dataFolder, DATABASE_URL }: ReturnType<typeof readPlatformConfig>,
): Promise<string> {
  const viewer = DEMO_VIEWERS.find((each) => each.key === key);
  if (!viewer) throw new StartError(USAGE);
  const database = await openOrAttachDatabase({ dataFolder, databaseUrl: DATABASE_URL });
  try {
    const demo = (await new PlatformState(database.adminUrl).read(DEMO_STATE)) as DemoState | null;
    if (demo?.state === "removed" || demo?.state === "removing") {
      throw new StartError(
        "The demo network was removed, and its viewers with it: see --person and --admin.",
      );
    }
    if (demo?.state !== "loaded") {
      throw new StartError("There is no demo network here: start Convene once without --empty.");
    }
    return await demoToken({ secrets, demo, key: viewer.key });
  } finally {
    await database.stop();
  }
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: "string" },
        person: { type: "string" },
        admin: { type: "boolean" },
        expires: { type: "string", default: "8h" },
      },
    });
    if (!/^\d{1,4} ?[smhdw]$/.test(values.expires)) {
      throw new StartError(`${values.expires} is no time: write 30m, 8h or 30d.`);
    }
    return values;
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
