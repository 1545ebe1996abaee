import { distinct } from "./input.ts";
import { invalid } from "./errors.ts";

/**
 * The regions of the UN Migration Network Hub, by their ids in the graph's `regions`, with their
 * countries (ISO 3166-1 alpha-2) after the continents of the United Nations (M49). Of what M49
 * does not list, Taiwan stands in Asia, and Kosovo (XK) in Europe; Antarctica stands in none.
 */
const COUNTRIES: Readonly<Record<string, string>> = {
  africa: `DZ AO BJ BW IO BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET TF GA GM GH GN GW KE LS LR
    LY MG MW ML MR MU YT MA MZ NA NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW`,
  americas: `AI AG AR AW BS BB BZ BM BO BQ BV BR VG CA KY CL CO CR CU CW DM DO EC SV FK GF GL GD GP
    GT GY HT HN JM MQ MX MS NI PA PY PE PR BL KN LC MF PM VC SX GS SR TT TC US UY VE VI`,
  asia: `AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MO MY MV MN MM NP
    KP OM PK PS PH QA KR SA SG LK SY TW TJ TH TL TR TM AE UZ VN YE`,
  europe: `AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG VA HU IS IE IM IT JE LV LI LT
    LU MT MC MD ME NL MK NO PL PT RO RU SM RS SK SI ES SJ SE CH UA GB XK`,
  oceania: `AS AU CX CC CK FJ PF GU HM KI MH FM NR NC NZ NU NF MP PW PG PN WS SB TK TO TV UM VU
    WF`,
};

interface HubRegion {
  readonly id: string;
  readonly name: string;
  readonly countries: ReadonlySet<string>;
}

export const HUB_REGIONS: readonly HubRegion[] = Object.entries(COUNTRIES).map(([id, codes]) => ({
  id,
  name: `${id[0]?.toUpperCase() ?? ""}${id.slice(1)}`,
  countries: new Set(codes.split(/\s+/)),
}));

/**
 * All countries of regions.
 *
 * @throws BAD_USER_INPUT with the field, for what is no region of the Hub.
 */
export function countriesOfRegions(field: string, ids: readonly string[]): string[] {
  return distinct(field, ids).flatMap((id) => {
    const region = HUB_REGIONS.find((one) => one.id === id);
    if (region) return [...region.countries];
    const known = HUB_REGIONS.map((one) => one.id).join(", ");
    throw invalid(field, `${id} is no region of the Hub: ${known}`);
  });
}
