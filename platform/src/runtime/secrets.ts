import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import { createFile } from "../postgres/durable-file.ts";
import { explain } from "../postgres/failure.ts";
import { StartError } from "../postgres/start-error.ts";

const jwk = z.looseObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string() });

export const secretsSchema = z.object({
  /** Signs the calls between gateway and services, and seeds the services' database passwords. */
  secret: z.string().min(32),
  /** Signs access tokens; the gateway knows the public half. */
  tokenKey: jwk.extend({ d: z.string(), kid: z.string() }),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** In the data folder. */
export const SECRETS_FILE = "secrets.json";

/** Made on the first start and kept in the data folder, for its owner's eyes alone. */
export async function openSecrets(dataFolder: string, given?: string): Promise<Secrets> {
  const kept = (await readSecrets(dataFolder)) ?? (await makeSecrets(dataFolder));
  return given === undefined ? kept : { ...kept, secret: given };
}

async function readSecrets(dataFolder: string): Promise<Secrets | null> {
  const path = join(dataFolder, SECRETS_FILE);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new StartError(`${path} cannot be read: ${String(error)}`);
  }
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new StartError(
      `${path} is damaged: put its backup in its place, or set CONVENE_SECRET and remove it.`,
    );
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where two start at once, both have those of the one who came first. */
async function makeSecrets(dataFolder: string): Promise<Secrets> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const made = secretsSchema.parse({
    secret: randomBytes(48).toString("base64url"),
    tokenKey: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString("hex") },
  });
  const text = `${JSON.stringify(made, null, 2)}\n`;
  try {
    await mkdir(dataFolder, { recursive: true });
    const isFirst = await createFile(join(dataFolder, SECRETS_FILE), { text, mode: 0o600 });
    return isFirst ? made : await openSecrets(dataFolder);
  } catch (error) {
    throw explain(error, dataFolder);
  }
}
