/** On this channel triggers tell `SERVICE ID` of what has changed, once its transaction commits. */
export const LIVE_CHANNEL = "convene_live";

/** Told the id of what has changed; null where something may have been missed. */
export type Heard = (id: string | null) => void;

/**
 * Called about once a second with true, while all that was committed until then has been told; with
 * false when that cannot be said any more.
 */
export type Pulse = (isWhole: boolean) => void;

/** What changes in one service, as soon as it has: who follows asks anew for what they may see. */
export interface LiveSource {
  /** Answers how to stop. */
  follow(heard: Heard, pulse?: Pulse): () => void;
}

/** What a process is told from the channel: `told` as it came, null where it was lost for a while. */
export interface LiveHearing {
  readonly tell: (told: string | null) => void;
  readonly pulse: Pulse;
}

const nothing = () => undefined;

/** Hands on what a process hears to all who follow one service. */
export class LiveChanges implements LiveSource, LiveHearing {
  private readonly followers = new Map<Heard, Pulse>();

  constructor(private readonly service: string) {}

  follow(heard: Heard, pulse: Pulse = nothing): () => void {
    this.followers.set(heard, pulse);
    return () => this.followers.delete(heard);
  }

  readonly pulse = (isWhole: boolean): void => {
    for (const pulse of this.followers.values()) pulse(isWhole);
  };

  readonly tell = (told: string | null): void => {
    const [service, id = null] = told?.split(" ", 2) ?? [this.service];
    if (service !== this.service) return;
    for (const heard of this.followers.keys()) heard(id);
  };
}
