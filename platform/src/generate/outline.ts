import { generatedId } from "./generated-id.ts";
import { membershipsOf } from "./network-member.ts";
import type { NetworkOutline } from "./network-outline.ts";
import { holdsOn, type Profile, profileOf, type Recipe } from "./profile.ts";

/** What has to be known of all organisations while each thing is made; the rest is made as it goes. */
export interface Outline extends Recipe {
  readonly profiles: readonly Profile[];
  readonly networks: ReadonlyMap<string, NetworkOutline>;
  readonly byCountry: ReadonlyMap<string, readonly number[]>;
  /** Of each organisation, the ids of the networks to which it belongs on the day, sorted. */
  readonly networksOf: readonly (readonly string[])[];
}

export const WORLD = "WORLD";

export function outlineOf(recipe: Recipe): Outline {
  const profiles = Array.from({ length: recipe.organisations }, (_, index) =>
    profileOf(recipe, index),
  );
  const networks = new Map<string, NetworkOutline>();
  const byCountry = new Map<string, number[]>();
  for (const profile of profiles) {
    const { country, index } = profile;
    for (const key of [WORLD, country.region, country.code]) {
      if (!networks.has(key))
        networks.set(key, found(recipe.seed, key, { index: networks.size, first: profile }));
    }
    const there = byCountry.get(country.code) ?? [];
    byCountry.set(country.code, there);
    there.push(index);
  }
  const networksOf = profiles.map((profile) => {
    const held = membershipsOf({ ...recipe, networks }, profile).filter((one) =>
      holdsOn(one, recipe.day),
    );
    for (const { key } of held) networks.get(key)?.members.push(profile.index);
    return held.map(({ networkId }) => networkId).sort();
  });
  return { ...recipe, profiles, networks, byCountry, networksOf };
}

interface Founding {
  readonly index: number;
  readonly first: Profile;
}

function found(seed: number, key: string, { index, first }: Founding): NetworkOutline {
  const home = first.country;
  const id = generatedId({ seed, prefix: "net", index, part: key });
  const kind = key === WORLD ? "GLOBAL" : key === home.code ? "COUNTRY" : "REGIONAL";
  return { index, id, key, kind, home, secretariat: first.index, members: [] };
}

/** The organisation at an index; there is one for each below their number. */
export function profileAt({ profiles }: Pick<Outline, "profiles">, index: number): Profile {
  const profile = profiles[index];
  if (!profile) throw new RangeError(`There is no organisation ${index}`);
  return profile;
}
