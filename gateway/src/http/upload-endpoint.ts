import { invalid, limitExceeded, notFound, serviceUnavailable } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import {
  MOST_BYTES,
  PART_SIZE,
  type UploadLink,
  type Uploads,
} from "@convene/shared/upload/uploads";
import { type GatewayRequest, type GatewayResponse, jsonResponse, refuse } from "./message.ts";

/** Where the paths of upload links begin. */
export const UPLOADS = "/uploads/";

const PUT_ALONE = {
  status: 405,
  code: "BAD_USER_INPUT",
  message: "A file is sent by PUT",
  headers: { allow: "PUT, OPTIONS" },
};

const LINK = /^\/uploads\/([a-z-]{1,50})\/([a-z0-9_]{1,60})$/;

/** How many files may come in at once: of each up to a part is held, for as long as it takes. */
const MOST_AT_ONCE = 32;

/**
 * `PUT /uploads/SERVICE/ID?token=…`: the body is the file, whatever it says that it is. Whoever has
 * the link may send it, so nothing else is asked, but that is asked before anything is read. It is
 * passed on part by part as it comes in, and never held whole.
 */
export class UploadEndpoint {
  private underWay = 0;

  constructor(private readonly services: Readonly<Record<string, Uploads>>) {}

  /** Throws `AppError` for what is refused. */
  async handle(request: GatewayRequest): Promise<GatewayResponse> {
    if (request.method !== "PUT") return refuse(PUT_ALONE);
    const { pathname, searchParams } = new URL(request.url, "http://graph");
    const [, service = "", id = ""] = LINK.exec(pathname) ?? [];
    const uploads = Object.hasOwn(this.services, service) ? this.services[service] : undefined;
    const token = searchParams.get("token") ?? "";
    if (!uploads || token === "" || token.length > 100) throw notFound("Upload", id);
    if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) throw tooLarge();
    const link = { id, token };
    await uploads.check(link);
    const bytes = await this.oneOfFew(() => passOn(request, link, uploads));
    return jsonResponse(201, { id, bytes });
  }

  private async oneOfFew<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= MOST_AT_ONCE) throw tooMany();
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }
}

/** @returns how large the file was, in bytes */
async function passOn(request: GatewayRequest, link: UploadLink, uploads: Uploads) {
  const upload = newId("upl");
  let size = 0;
  let parts = 0;
  for await (const bytes of inParts(whole(request.bytes()))) {
    size += bytes.byteLength;
    if (size > MOST_BYTES) throw tooLarge();
    await uploads.put({ ...link, upload, position: parts, bytes });
    parts += 1;
  }
  await uploads.finish({ ...link, upload, parts, size });
  return size;
}

/** Full parts, and the rest. The next is read only when one was passed on. */
async function* inParts(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let part = Buffer.allocUnsafe(PART_SIZE);
  let filled = 0;
  for await (const chunk of body) {
    for (let at = 0; at < chunk.byteLength;) {
      const taken = Math.min(chunk.byteLength - at, PART_SIZE - filled);
      part.set(chunk.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < PART_SIZE) continue;
      yield part;
      part = Buffer.allocUnsafe(PART_SIZE);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}

/** A client that goes away in the middle is nobody's fault here. */
async function* whole(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch {
    throw invalid("file", "The file broke off: send it again");
  }
}

const tooLarge = () => limitExceeded(`A file may not be larger than ${MOST_BYTES / 1e6} MB`);

const tooMany = () =>
  serviceUnavailable("Too many files are being sent at the moment: send it again in a minute");
