import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { ErrorLog } from "@convene/shared/error-masking";
import type { Heard, LiveSource, Pulse } from "@convene/shared/live/live-source";
import { LIVE_PATH } from "@convene/shared/server/live-route";
import { z } from "zod";
import type { SignedClient } from "./signed-client.ts";

/** Milliseconds between two tries to reach a service that has gone. */
const RECONNECT = 1_000;

const idSchema = z.string().nullable();

interface Follower {
  readonly heard: Heard;
  readonly pulse: Pulse;
}

/** What changes in a service in another process: one call that does not end. */
export class HttpLive implements LiveSource {
  constructor(
    private readonly client: SignedClient,
    private readonly log: ErrorLog,
  ) {}

  follow(heard: Heard, pulse: Pulse = () => undefined): () => void {
    const ended = new AbortController();
    void this.keepFollowing({ heard, pulse }, ended.signal);
    return () => {
      ended.abort();
    };
  }

  private async keepFollowing({ heard, pulse }: Follower, signal: AbortSignal): Promise<void> {
    let told = false;
    while (!isOver(signal)) {
      try {
        const body = await this.client.stream(LIVE_PATH, signal);
        told = false;
        // Since the last that was heard, anything may have changed.
        heard(null);
        for await (const line of createInterface({ input: body })) {
          if (line.startsWith(":")) pulse(line === ":");
          else if (line.startsWith("data: ")) heard(idSchema.parse(JSON.parse(line.slice(6))));
        }
      } catch (err) {
        const { service } = this.client.address;
        if (!isOver(signal) && !told)
          this.log.error({ err, service }, "nothing is heard of changes");
        told = true;
      }
      pulse(false);
      await pause(RECONNECT, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** Asked anew each time: it changes while something is waited for. */
const isOver = ({ aborted }: AbortSignal): boolean => aborted;
