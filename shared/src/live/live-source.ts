/** On this channel triggers tell `SERVICE ID` of what has changed, once its transaction commits. */
export const LIVE_CHANNEL = "convene_live";

/** Told the id of what has changed; null where something may have been missed. */
export type Heard = (id: string | null) => void;

/** What changes in one service, as soon as it has: who follows asks anew for what they may see. */
export interface LiveSource {
  /** Answers how to stop. */
  follow(heard: Heard): () => void;
}

/** Hands on what a process hears to all who follow one service. */
export class LiveChanges implements LiveSource {
  private readonly followers = new Set<Heard>();

  constructor(private readonly service: string) {}

  follow(heard: Heard): () => void {
    this.followers.add(heard);
    return () => this.followers.delete(heard);
  }

  /** `told` as on the channel; null where the channel was lost for a while. */
  readonly tell = (told: string | null): void => {
    const [service, id = null] = told?.split(" ", 2) ?? [this.service];
    if (service !== this.service) return;
    for (const heard of this.followers) heard(id);
  };
}
