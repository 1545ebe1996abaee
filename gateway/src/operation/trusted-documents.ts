import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { forbidden } from "@convene/shared/errors";
import { z } from "zod";

/**
 * Who may ask by a document that is not trusted: everybody; only programs, which send a token or a
 * key; or nobody.
 */
export const TRUST = ["off", "browsers", "only"] as const;
export type Trust = (typeof TRUST)[number];

/** Documents by their identifiers: `sha256:` and the hash of the text, in hex. */
const manifestSchema = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string());
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** After GraphQL over HTTP, appendix "Persisted Documents": the hash of the text as it stands. */
export const documentId = (text: string): string =>
  `sha256:${createHash("sha256").update(text).digest("hex")}`;

export const manifestOf = (texts: readonly string[]): Manifest =>
  Object.fromEntries(texts.map((text) => [documentId(text), text]));

const FILE = join(import.meta.dirname, "../../trusted-documents.json");

/** The committed manifest: what `npm run schema` makes of the documents of the product. */
export const readManifest = async (): Promise<Manifest> =>
  parseManifest(await readFile(FILE, "utf8"));

/** @throws where an identifier is not that of its text */
export function parseManifest(text: string): Manifest {
  const manifest = manifestSchema.parse(JSON.parse(text));
  const wrong = Object.entries(manifest).find(([id, document]) => documentId(document) !== id);
  if (wrong) throw new Error(`The document ${wrong[0]} is not the one that it was`);
  return manifest;
}

/** The documents of the product itself, which nobody else can add to. */
export class TrustedDocuments {
  private readonly documents: ReadonlyMap<string, string>;
  private readonly texts: ReadonlySet<string>;

  constructor(
    manifest: Manifest,
    private readonly trust: Trust,
  ) {
    this.documents = new Map(Object.entries(manifest));
    this.texts = new Set(this.documents.values());
  }

  all(): Iterable<readonly [id: string, text: string]> {
    return this.documents;
  }

  text(id: string): string | undefined {
    return this.documents.get(id);
  }

  /** @throws FORBIDDEN */
  require(query: string, { isProgram }: { readonly isProgram: boolean }): void {
    const isFree = this.trust === "off" || (this.trust === "browsers" && isProgram);
    if (isFree || this.texts.has(query)) return;
    throw forbidden("This graph answers its own application's documents: send a documentId of one");
  }
}
