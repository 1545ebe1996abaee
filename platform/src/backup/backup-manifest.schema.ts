import { z } from "zod";

/** The version of what this writes. A reader refuses a later one, and knows all earlier ones. */
export const FORMAT_VERSION = 1;

/** Where the manifest lies in the file. */
export const MANIFEST = "manifest.json";

const name = z.string().min(1);

/** A part of the file, and how to know it again. */
const part = {
  entry: name,
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};

/** Relative, below the data folder, and never above it. */
const path = z
  .string()
  .regex(/^[\w.-]+(\/[\w.-]+)*$/)
  .refine((text) => !text.split("/").includes(".."), "want a path below the data folder");

/** What says which version of the format the rest is in. */
export const headSchema = z.object({
  format: z.literal("convene-backup"),
  version: z.int().min(1),
  /** The Convene that made it, such as `0.1.0`. */
  convene: name,
});

export const manifestSchema = headSchema.extend({
  /** RFC 3339, in UTC: the moment of which it tells. */
  madeAt: z.iso.datetime(),
  postgres: name,
  schemas: z.array(
    z.object({
      name,
      /** Whose it is; null for what the platform itself remembers. */
      service: name.nullable(),
      /** Names of the migrations that made its tables, in their order. */
      migrations: z.array(name),
    }),
  ),
  /** In the text format of COPY, UTF-8, with these columns. */
  tables: z.array(
    z.object({ schema: name, name, columns: z.array(name), rows: z.int().min(0), ...part }),
  ),
  sequences: z.array(z.object({ schema: name, name, value: z.string(), called: z.boolean() })),
  /** Of the data folder. */
  files: z.array(z.object({ path, ...part })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TablePart = Manifest["tables"][number];
export type FilePart = Manifest["files"][number];
export type Part = Pick<TablePart, "entry" | "bytes" | "sha256">;
