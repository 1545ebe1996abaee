import { AppError, notFound, serviceUnavailable } from "@convene/shared/errors";
import type { ErrorLog } from "@convene/shared/error-masking";
import { type PageDoor, pageOwnerSchema, pageResponseSchema } from "@convene/shared/page/page-door";
import { PAGE_OWNER_PATH, PAGE_PATH } from "@convene/shared/server/internal-routes";
import type { Viewer } from "@convene/shared/viewer";
import { z } from "zod";
import type { SignedClient } from "./signed-client.ts";

const ownerSchema = z.object({ owner: pageOwnerSchema.nullable() });

/** The pages of a service in another process, over signed HTTP. */
export class HttpPages implements PageDoor {
  constructor(
    private readonly client: SignedClient,
    private readonly log: ErrorLog,
  ) {}

  owner: PageDoor["owner"] = async (path) =>
    (await this.send(null, { path: PAGE_OWNER_PATH, content: { path }, schema: ownerSchema }))
      .owner;

  answer: PageDoor["answer"] = (viewer, content) =>
    this.send(viewer, { path: PAGE_PATH, content, schema: pageResponseSchema });

  /** @throws NOT_FOUND where the service has no pages; SERVICE_UNAVAILABLE */
  private async send<T>(viewer: Viewer | null, call: Call<T>): Promise<T> {
    const { path, content, schema } = call;
    const { service } = this.client.address;
    const body = JSON.stringify(content);
    const request = { method: "POST", path, body, viewer, requestId: `pages-${service}` } as const;
    try {
      const { status, text } = await this.client.send(request);
      if (status === 404) throw notFound("Page", service);
      if (status !== 200) throw new Error(`It answered ${status} to ${path}`);
      return schema.parse(JSON.parse(text));
    } catch (err) {
      if (err instanceof AppError && err.extensions["code"] === "NOT_FOUND") throw err;
      this.log.error({ err, service }, "a service does not answer for its pages");
      throw serviceUnavailable();
    }
  }
}

interface Call<T> {
  readonly path: string;
  readonly content: object;
  readonly schema: z.ZodType<T>;
}
