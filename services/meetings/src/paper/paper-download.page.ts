import type {
  PageDoor,
  PageOwner,
  PageRequest,
  PageResponse,
} from "@convene/shared/page/page-door";
import type { Site } from "@convene/shared/site";
import type { Viewer } from "@convene/shared/viewer";
import { attachment } from "./file-name.value.ts";
import { type PaperDownloadService, partsOf } from "./paper-download.service.ts";
import { DOWNLOAD_KEY, downloadOf } from "./paper-token.value.ts";
import type { PaperVersion } from "./paper-version.entity.ts";

const text = (status: number, body: string): PageResponse => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: `${body}\n`,
});

const GONE = text(404, "There is nothing here");

/**
 * `GET /papers/VERSION/PERSON/UNTIL/SIGNATURE`. A link that is over, a file that is gone, and one
 * that the person may not read any more are the same: 404.
 */
export class PaperDownloadPage implements PageDoor {
  constructor(
    private readonly downloads: PaperDownloadService,
    private readonly site: Site,
  ) {}

  owner(path: string): Promise<PageOwner | null> {
    const link = this.linkOf(path);
    return Promise.resolve(link && { id: link.version, person: link.person });
  }

  async answer(viewer: Viewer | null, request: PageRequest): Promise<PageResponse> {
    const link = this.linkOf(request.path);
    if (request.method !== "GET") return text(405, "A paper is only read");
    if (!link || viewer?.person !== link.person) return GONE;
    const version = await this.downloads.find(viewer, link.version);
    if (!version) return GONE;
    if (request.part === undefined) return headOf(version);
    const bytes = await this.downloads.read(version, request.part);
    return bytes ? { status: 200, headers: {}, body: Buffer.from(bytes).toString("base64") } : GONE;
  }

  private linkOf(path: string) {
    return downloadOf(this.site.keyFor(DOWNLOAD_KEY), path);
  }
}

/** Saved and never shown: nothing in it runs as of this site. */
const headOf = (version: PaperVersion): PageResponse => ({
  status: 200,
  headers: {
    "content-type": version.mediaType,
    "content-length": String(version.size),
    "content-disposition": attachment(version.fileName),
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
  },
  body: "",
  parts: partsOf(version),
});
