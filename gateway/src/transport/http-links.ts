import { serviceUnavailable } from "@convene/shared/errors";
import type { ErrorLog } from "@convene/shared/error-masking";
import { type LinkDoor, linkOwnerSchema, linkResponseSchema } from "@convene/shared/link-door";
import { LINK_ANSWER_PATH, LINK_OWNER_PATH } from "@convene/shared/server/internal-routes";
import type { Viewer } from "@convene/shared/viewer";
import { z } from "zod";
import type { SignedClient } from "./signed-client.ts";

const ownerSchema = z.object({ owner: linkOwnerSchema.nullable() });

/** The links of a service in another process, over signed HTTP. */
export class HttpLinks implements LinkDoor {
  constructor(
    private readonly client: SignedClient,
    private readonly log: ErrorLog,
  ) {}

  owner: LinkDoor["owner"] = async (path) =>
    (await this.send(null, { path: LINK_OWNER_PATH, content: { path }, schema: ownerSchema }))
      .owner;

  answer: LinkDoor["answer"] = (viewer, content) =>
    this.send(viewer, { path: LINK_ANSWER_PATH, content, schema: linkResponseSchema });

  /** @throws SERVICE_UNAVAILABLE */
  private async send<T>(viewer: Viewer | null, call: Call<T>): Promise<T> {
    const { path, content, schema } = call;
    const { service } = this.client.address;
    const body = JSON.stringify(content);
    const request = { method: "POST", path, body, viewer, requestId: `link-${service}` } as const;
    try {
      const { status, text } = await this.client.send(request);
      if (status !== 200) throw new Error(`It answered ${status} to ${path}`);
      return schema.parse(JSON.parse(text));
    } catch (err) {
      this.log.error({ err, service }, "a service does not answer to a link");
      throw serviceUnavailable();
    }
  }
}

interface Call<T> {
  readonly path: string;
  readonly content: object;
  readonly schema: z.ZodType<T>;
}
