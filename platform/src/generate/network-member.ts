import { NetworkMemberRole } from "@convene/stakeholders/network-member/network-member.enum";
import type { NetworkMember } from "@convene/stakeholders/network-member/network-member.entity";
import { generatedId } from "./generated-id.ts";
import type { NetworkOutline } from "./network-outline.ts";
import { daysFrom, period, type Profile, type Recipe } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";

const { HOST, MEMBER, OBSERVER, SECRETARIAT } = NetworkMemberRole;

type Row = RowOf<NetworkMember, "network" | "organisation" | "person">;
type Membership = Row & { readonly key: string };

interface Networks extends Pick<Recipe, "seed" | "day"> {
  readonly networks: ReadonlyMap<string, NetworkOutline>;
}

/** How many of its organisations belong to a network, of its kind. */
const SHARE = { COUNTRY: 0.6, REGIONAL: 0.08, GLOBAL: 0.03 };
const INTERNATIONAL_SHARE = { COUNTRY: 0.8, REGIONAL: 0.5, GLOBAL: 0.6 };

/** Of one organisation: which networks it joined. Whoever was the first there runs it. */
export function membershipsOf(outline: Networks, profile: Profile): Membership[] {
  const { seed, day, networks } = outline;
  const { country, index, isInternational } = profile;
  const random = new Random(seed, "membership", index);
  return ["WORLD", country.region, country.code].flatMap((key) => {
    const network = networks.get(key);
    const joins = random.chance((isInternational ? INTERNATIONAL_SHARE : SHARE)[kindOf(network)]);
    const term = period(random, day, 0.08);
    const role = random.weighted([
      [MEMBER, 85],
      [OBSERVER, 10],
      [HOST, 5],
    ]);
    if (!network) return [];
    const id = generatedId({ seed, prefix: "nmb", index, part: key });
    const row = { id, key, networkId: network.id, organisationId: profile.id, personId: null };
    if (network.secretariat === index) {
      return [{ ...row, role: SECRETARIAT, startDate: daysFrom(day, -2_600), endDate: null }];
    }
    return joins ? [{ ...row, role, ...term }] : [];
  });
}

const kindOf = (network: NetworkOutline | undefined) => network?.kind ?? "COUNTRY";

export const memberRow = ({ key: _, ...row }: Membership): Row => row;
