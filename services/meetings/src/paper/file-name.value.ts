import type { SniffedType } from "@convene/shared/storage/sniffed-type";

/** Parts of a path, quotes, and what no disk takes. */
const STRANGE = /[\\/:*?"<>|\p{C}]+/gu;

/** A name that every disk takes, and whose ending fits what the file is. */
export function fitName(given: string, { endings }: SniffedType): string {
  const plain = given.normalize("NFC").replace(STRANGE, " ").replace(/\s+/g, " ").trim();
  const [, stem = plain, ending = ""] = /^(.*)\.([a-z0-9]{1,5})$/i.exec(plain) ?? [];
  const fits = endings.includes(ending.toLowerCase()) ? ending.toLowerCase() : endings[0];
  const bare = stem.replace(/^[.\s]+|[.\s]+$/g, "");
  const short = Array.from(bare).slice(0, 100).join("");
  return `${short === "" ? "paper" : short}.${fits}`;
}

/** For `Content-Disposition` (RFC 6266): saved, never shown; any letters by RFC 8187. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
