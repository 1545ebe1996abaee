import { z } from "zod";
import { CALL_HEADER, signCall } from "../call-signature.ts";
import type { ChangeFeed, ChangePage } from "../outbox/change-feed.ts";
import { CHANGES_PATH } from "./internal-routes.ts";
import type { SigningSecrets } from "./signed-call.ts";

const TIMEOUT = 15_000;

const pageSchema = z.object({
  changes: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      version: z.number(),
      payload: z.unknown().transform((payload) => payload ?? null),
    }),
  ),
  position: z.string(),
  whole: z.boolean(),
});

export interface HttpFeedOptions extends SigningSecrets {
  /** The service that tells, and where it listens, such as `http://stakeholders:4001`. */
  readonly source: string;
  readonly url: string;
}

/** The change feed of a service in another process. */
export class HttpFeed implements ChangeFeed {
  readonly source: string;

  constructor(private readonly options: HttpFeedOptions) {
    this.source = options.source;
  }

  async changesAfter(position: string, limit: number): Promise<ChangePage> {
    const { url, source: audience, secret } = this.options;
    const path = `${CHANGES_PATH}?${new URLSearchParams({ after: position, limit: String(limit) }).toString()}`;
    const requestId = `feed-${audience}`;
    const header = signCall({ secret, audience, method: "GET", path, viewer: null, requestId });
    const response = await fetch(new URL(path, url), {
      headers: { [CALL_HEADER]: header },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) {
      throw new Error(`${audience} answered ${response.status} to ${CHANGES_PATH}`);
    }
    return pageSchema.parse(await response.json());
  }
}
