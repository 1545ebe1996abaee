import type { Country } from "./words.schema.ts";

/** Whose members meet: those of a country, of a region, or of the world. */
export interface NetworkOutline {
  readonly index: number;
  readonly id: string;
  readonly key: string;
  readonly kind: "COUNTRY" | "REGIONAL" | "GLOBAL";
  /** Of the first member, which runs it. */
  readonly home: Country;
  readonly secretariat: number;
  /** Its members of the day, by their index. */
  readonly members: number[];
}
