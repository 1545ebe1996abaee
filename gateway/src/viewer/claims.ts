import type { ErrorLog } from "@convene/shared/error-masking";
import { type Claims, claimsSchema } from "@convene/shared/viewer";
import { Remembered } from "./remembered.ts";

/** Asks one service which roles it gives a person. */
export type ClaimsSource = (person: string) => Promise<Partial<Claims>>;

/** How long a role that was taken away may still be held, in milliseconds. */
const KEPT_FOR = 60_000;
const KEPT = 10_000;

const NONE: Claims = claimsSchema.parse({});

/** The roles of a person, put together from the services that own them. */
export class ClaimsResolver {
  private readonly known = new Remembered<Promise<Claims>>(KEPT);

  constructor(
    private readonly sources: Readonly<Record<string, ClaimsSource>>,
    private readonly log: ErrorLog,
  ) {}

  resolve(person: string): Promise<Claims> {
    const known = this.known.get(person);
    if (known) return known;
    const resolving = this.ask(person);
    this.known.set(person, resolving, Date.now() + KEPT_FOR);
    return resolving;
  }

  /** After a change that may have been one of roles. */
  forget(person: string): void {
    this.known.delete(person);
  }

  /** A service that does not answer gives no roles: the viewer sees less, never more. */
  private async ask(person: string): Promise<Claims> {
    const asked = Object.entries(this.sources).map(async ([service, source]) => {
      try {
        return await source(person);
      } catch (err) {
        this.log.error({ err, service }, "no claims");
        this.forget(person);
        return {};
      }
    });
    return (await Promise.all(asked)).reduce<Claims>(merge, NONE);
  }
}

const merge = (one: Claims, other: Partial<Claims>): Claims => ({
  organisations: [...one.organisations, ...(other.organisations ?? [])],
  groups: [...one.groups, ...(other.groups ?? [])],
  networks: [...one.networks, ...(other.networks ?? [])],
});
