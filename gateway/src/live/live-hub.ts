import { setMaxListeners } from "node:events";
import type { Heard, LiveSource, Pulse } from "@convene/shared/live/live-source";

/** Somebody beside the watchers who hears of all that changes in one service. */
export interface LiveEar {
  readonly heard: Heard;
  readonly pulse: Pulse;
}

/** Wakes whoever watches one thing of the graph when it has changed. */
export class LiveHub {
  private readonly watchers = new Map<string, Set<() => void>>();
  private readonly stops: readonly (() => void)[];
  private readonly closing = new AbortController();

  /** @param ears by the name of the service; each hears before a watcher is woken */
  constructor(
    sources: Readonly<Record<string, LiveSource>>,
    ears: Readonly<Record<string, LiveEar>> = {},
  ) {
    // Each stream listens.
    setMaxListeners(0, this.closing.signal);
    this.stops = Object.entries(sources).map(([name, source]) => {
      const ear = ears[name];
      if (!ear) return source.follow(this.heard);
      const heard: Heard = (id) => {
        ear.heard(id);
        this.heard(id);
      };
      return source.follow(heard, ear.pulse);
    });
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
