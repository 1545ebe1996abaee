import type { ErrorLog } from "@convene/shared/error-masking";
import { AppError, notFound, serviceUnavailable } from "@convene/shared/errors";
import { END_PATH, LINK_PATH, partPath, uploadRefusal } from "@convene/shared/server/upload-routes";
import type { UploadEnd, UploadLink, UploadPart, Uploads } from "@convene/shared/upload/uploads";
import type { SignedClient, SignedRequest } from "./signed-client.ts";

const REFUSED = 422;

/** Sends the parts of a file to a service in another process, each in a signed call. */
export class HttpUploads implements Uploads {
  constructor(
    private readonly client: SignedClient,
    private readonly log: ErrorLog,
  ) {}

  async check({ id, token }: UploadLink): Promise<void> {
    await this.post(id, { path: LINK_PATH, body: JSON.stringify({ id, token }) });
  }

  async put({ bytes, ...part }: UploadPart): Promise<void> {
    await this.post(part.id, { path: partPath(part), body: bytes });
  }

  async finish(end: UploadEnd): Promise<void> {
    await this.post(end.id, { path: END_PATH, body: JSON.stringify(end) });
  }

  private async post(id: string, call: Required<Pick<SignedRequest, "path" | "body">>) {
    const request = { method: "POST", viewer: null, requestId: `upload-${id}`, ...call } as const;
    const { status, text } = await this.client.send(request).catch((err: unknown) => {
      const { service } = this.client.address;
      this.log.error({ err, service, id }, "a service does not answer to an upload");
      throw serviceUnavailable();
    });
    if (status === 204) return;
    if (status === 404) throw notFound("Upload", id);
    if (status !== REFUSED) throw new Error(`A service answered ${status} to an upload`);
    const { code, message, field } = uploadRefusal.parse(JSON.parse(text));
    throw new AppError(code, message, { ...(field !== undefined && { field }) });
  }
}
