import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;

export interface Seal {
  /** 32 bytes, as base64url. */
  readonly key: string;
  /** What it is the secret of: it opens as nothing else. */
  readonly of: string;
}

/** A text that is stored but may be read with the key alone (AES-256-GCM). */
export function sealText({ key, of }: Seal, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, Buffer.from(key, "base64url"), nonce);
  cipher.setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** Null where another key sealed it, or where it was changed. */
export function openText({ key, of }: Seal, sealed: string): string | null {
  const [nonce, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (nonce?.length !== NONCE_BYTES || !tag || !text) return null;
  try {
    const decipher = createDecipheriv(CIPHER, Buffer.from(key, "base64url"), nonce, {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(of));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
