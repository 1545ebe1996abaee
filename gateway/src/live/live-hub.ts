import { setMaxListeners } from "node:events";
import type { LiveSource } from "@convene/shared/live/live-source";

/** Wakes whoever watches one thing of the graph when it has changed. */
export class LiveHub {
  private readonly watchers = new Map<string, Set<() => void>>();
  private readonly stops: readonly (() => void)[];
  private readonly closing = new AbortController();

  constructor(sources: Readonly<Record<string, LiveSource>>) {
    // Each stream listens.
    setMaxListeners(0, this.closing.signal);
    this.stops = Object.values(sources).map((source) => source.follow(this.heard));
  }

  /** Aborted when the gateway closes. */
  get signal(): AbortSignal {
    return this.closing.signal;
  }

  /** Answers how to stop. */
  watch(id: string, wake: () => void): () => void {
    const watching = this.watchers.get(id) ?? new Set();
    this.watchers.set(id, watching.add(wake));
    return () => {
      watching.delete(wake);
      if (watching.size === 0 && this.watchers.get(id) === watching) this.watchers.delete(id);
    };
  }

  readonly close = (): void => {
    for (const stop of this.stops) stop();
    this.closing.abort();
  };

  private readonly heard = (id: string | null): void => {
    const woken = id === null ? [...this.watchers.values()] : [this.watchers.get(id) ?? []];
    for (const wakes of woken) for (const wake of wakes) wake();
  };
}
