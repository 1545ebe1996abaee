import { join } from "node:path";
import { z } from "zod";
import { ConfigError } from "../config.ts";
import type { FileStorage } from "./file-storage.ts";
import { FolderStorage } from "./folder-storage.ts";

/** The variables of stored files, for the schema of every program that keeps some. */
export const storageVariables = {
  /** Of an S3-compatible server; where it is absent, files lie in the data folder. */
  FILES_S3_BUCKET: z.string().optional(),
  /** Unless it is Amazon's: `https://s3.example.org`. */
  FILES_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "want http://… or https://…" })
    .optional(),
  FILES_S3_REGION: z.string().default("us-east-1"),
  /** Before the name of every file. No two installations may share it. */
  FILES_S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)+$/, "want folder/ or folder/folder/")
    .default("convene/"),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
};

export interface StorageSettings {
  readonly FILES_S3_BUCKET?: string | undefined;
  readonly FILES_S3_ENDPOINT?: string | undefined;
  readonly FILES_S3_REGION: string;
  readonly FILES_S3_PREFIX: string;
  readonly FILES_S3_ACCESS_KEY_ID?: string | undefined;
  readonly FILES_S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** The part of the data folder in which files lie. */
export const FILES_FOLDER = "files";

/**
 * In the bucket that is set, else in the data folder.
 *
 * @throws ConfigError where only one of the two keys is given
 */
export async function openStorage(
  settings: StorageSettings,
  dataFolder: string,
): Promise<FileStorage> {
  const { FILES_S3_BUCKET: bucket, FILES_S3_REGION: region, FILES_S3_PREFIX: prefix } = settings;
  const credentials = credentialsOf(settings);
  if (bucket === undefined) return new FolderStorage(join(dataFolder, FILES_FOLDER));
  // Large, and most have no need of it.
  const { S3Storage } = await import("./s3-storage.ts");
  const { FILES_S3_ENDPOINT: endpoint } = settings;
  return new S3Storage({ bucket, region, endpoint, prefix, credentials });
}

function credentialsOf({
  FILES_S3_ACCESS_KEY_ID: accessKeyId,
  FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
}: StorageSettings) {
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey };
  }
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  throw new ConfigError("FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY go together");
}
