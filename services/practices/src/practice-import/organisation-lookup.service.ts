import { normaliseName } from "@convene/shared/table/name-key";
import { prefixOf } from "@convene/shared/type-id";
import type { Organisation } from "../organisation/organisation.entity.ts";
import {
  identifierKey,
  type OrganisationRepository,
} from "../organisation/organisation.repository.ts";

/** The organisation that is meant, or why it cannot be told; the reason completes "The cell …". */
export type Lookup =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: string };

/**
 * Finds organisations as files name them: by id (`org_…`), by identifier (`scheme:value`), or by
 * any of their names, with the row's countries to tell namesakes apart. For one import: it
 * remembers what it found.
 */
export class OrganisationLookupService {
  private readonly known = new Map<string, Promise<Lookup>>();

  constructor(private readonly organisations: OrganisationRepository) {}

  find(written: string, countries: readonly string[]): Promise<Lookup> {
    const key = JSON.stringify([written, countries]);
    const known = this.known.get(key);
    if (known) return known;
    const found = this.search(written, countries);
    this.known.set(key, found);
    return found;
  }

  private async search(written: string, countries: readonly string[]): Promise<Lookup> {
    for (const candidates of [
      await this.byId(written),
      await this.byIdentifier(written),
      await this.byName(written),
    ]) {
      if (candidates.length > 0) return oneOf(written, candidates, countries);
    }
    return { ok: false, reason: `names ${JSON.stringify(written)}, which is not known here` };
  }

  private async byId(written: string): Promise<Organisation[]> {
    if (prefixOf(written) !== "org") return [];
    const [found] = await this.organisations.byIds([written]);
    return found ? [found] : [];
  }

  private async byIdentifier(written: string): Promise<Organisation[]> {
    const [, scheme, value] = /^([^:\s]+)\s*:\s*(\S.*)$/.exec(written) ?? [];
    if (!scheme || !value) return [];
    return this.organisations.byIdentifier(identifierKey({ scheme, value }));
  }

  private async byName(written: string): Promise<Organisation[]> {
    const key = normaliseName(written);
    return key === "" ? [] : this.organisations.byName(key);
  }
}

function oneOf(
  written: string,
  candidates: readonly Organisation[],
  countries: readonly string[],
): Lookup {
  const near = candidates.filter((one) => one.countries.some((code) => countries.includes(code)));
  const [first, ...others] = candidates.length > 1 && near.length > 0 ? near : candidates;
  if (first && others.length === 0) return { ok: true, id: first.id };
  const ids = [first, ...others].map((one) => one?.id).join(", ");
  return { ok: false, reason: `names ${JSON.stringify(written)}, which may be any of ${ids}` };
}
