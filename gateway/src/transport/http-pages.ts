import type { ErrorLog } from "@convene/shared/error-masking";
import { notFound, serviceUnavailable } from "@convene/shared/errors";
import {
  type PageDoor,
  type PageRequest,
  type PageResponse,
  pageResponseSchema,
} from "@convene/shared/page/page-door";
import { PAGES_PATH } from "@convene/shared/server/internal-routes";
import type { SignedClient } from "./signed-client.ts";

/** The pages of a service in another process, over signed HTTP. */
export class HttpPages implements PageDoor {
  constructor(
    private readonly client: SignedClient,
    private readonly log: ErrorLog,
  ) {}

  async answer(request: PageRequest): Promise<PageResponse> {
    const { service } = this.client.address;
    const call = { method: "POST", path: PAGES_PATH, body: JSON.stringify(request) } as const;
    const answer = await this.client
      .send({ ...call, viewer: null, requestId: `pages-${service}` })
      .catch((err: unknown) => {
        this.log.error({ err, service }, "a service does not answer for its pages");
        throw serviceUnavailable();
      });
    if (answer.status === 404) throw notFound("Page", service);
    if (answer.status !== 200) throw new Error(`${service} answered ${answer.status} to a page`);
    return pageResponseSchema.parse(JSON.parse(answer.text));
  }
}
