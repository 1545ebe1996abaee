/** Where the platform remembers the demo network of this database. */
export const DEMO_STATE = "demo";

/** What the loader has made: by service and id, the mark of each record as it was made. */
export type Made = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The mark of what others wrote before the list was made: no record has it, so it counts as edited. */
export const CHANGED = "";

export interface DemoState {
  /** `removing`: somebody began to take it away, and was perhaps cut off. */
  readonly state: "loading" | "loaded" | "removing" | "removed";
  /** The day from which its dates were counted. */
  readonly day: string;
  /** Ids by key in the demo network. */
  readonly people: Readonly<Record<string, string>>;
  readonly organisations: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
  /** Of what is still here. Absent where an older Convene loaded it. */
  readonly made?: Made;
  readonly removedOn?: string;
}

export const NO_IDS = { people: {}, organisations: {}, groups: {} } as const;

/** In the words of one line, as of the start. */
export function describeDemo({ state, day, organisations, people, removedOn }: DemoState): string {
  if (state === "removed") return `removed on ${removedOn ?? day}`;
  if (state === "removing") return "half removed: npm run demo -- remove goes on";
  const [many, some] = [organisations, people].map((ids) => Object.keys(ids).length);
  return `${many ?? 0} organisations, ${some ?? 0} people, dates as of ${day}`;
}
