import { Audience } from "@convene/shared/audience";
import { foldText } from "@convene/shared/table/text-folding";
import type { Network } from "@convene/stakeholders/network/network.entity";
import { NetworkKind } from "@convene/stakeholders/network/network.enum";
import type { NetworkOutline } from "./network-outline.ts";
import type { Outline } from "./outline.ts";
import { daysFrom } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import { COUNTRIES, countryName, fill, WORDS } from "./words.ts";
import type { UnLanguage } from "./words.schema.ts";

export function networkOf({ seed, day }: Outline, network: NetworkOutline): RowOf<Network> {
  const random = new Random(seed, "network", network.key);
  const name = nameOf(network);
  return {
    id: network.id,
    name,
    nameKey: foldText(name),
    kind: NetworkKind[network.kind],
    countries: countriesOf(network),
    description: "Generated for trying out and measuring; not a real network.",
    joinQuestions: null,
    audience: audienceOf(network, random),
    createdAt: new Date(`${daysFrom(day, -random.int(1_500, 2_600))}T09:00:00.000Z`),
  };
}

/** One in eight shows itself to its members alone. */
export const networkAudience = ({ seed }: Outline, network: NetworkOutline): Audience =>
  audienceOf(network, new Random(seed, "network", network.key));

const audienceOf = ({ kind }: NetworkOutline, random: Random): Audience =>
  kind === "COUNTRY" && random.chance(0.12) ? Audience.NETWORK : Audience.PUBLIC;

/** In which language it works. */
export const languageOf = ({ kind, home }: NetworkOutline): UnLanguage =>
  kind === "COUNTRY" ? home.namedIn : "en";

function nameOf(network: NetworkOutline): string {
  const language = languageOf(network);
  const place =
    network.kind === "COUNTRY"
      ? countryName(network.key, language)
      : (WORDS.regions[network.key]?.[language] ?? network.key);
  return fill(WORDS.networkOf[language], place);
}

function countriesOf({ key, kind }: NetworkOutline): string[] {
  if (kind === "COUNTRY") return [key];
  return COUNTRIES.filter(({ region }) => region === key).map(({ code }) => code);
}
