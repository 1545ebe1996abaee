import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const HEADER = [
  ...["record_id", "country_iso3", "source_dataset", "funder_org", "lead_org", "implementing_org"],
  ...["implementing_acronym", "implementing_org_type", "sector", "activity", "adm1_name"],
  ...["adm1_code", "status", "start_date", "end_date"],
];
const TAGS = [
  ...["#activity+id", "#country+code", "#meta+source", "#org+funder", "#org+prog", "#org+impl"],
  ...["#org+impl+acronym", "#org+impl+type", "#sector", "#activity+name", "#adm1+name"],
  ...["#adm1+code", "#status", "#date+start", "#date+end"],
];

const COUNTRIES = ["KEN", "COL", "PHL", "TUN", "BGD", "GTM"];
const FIRST = ["Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Harbour", "Indigo"];
const SECOND = ["Lantern", "Bridge", "Rope", "Roof", "Well", "Orchard", "Compass", "Loom", "Ferry"];
const THIRD = ["Trust", "Union", "Circle", "Council", "Forum", "Network", "House", "Fund"];
const SECTORS = ["Protection", "Health", "Shelter", "Education", "Food security", "Water", "Cash"];
const TYPES = ["International NGO", "National NGO", "United Nations", "Government", ""];

/** Of 200 names each: the same number gives the same name. */
function organisation(number: number): { name: string; acronym: string } {
  const words = [
    FIRST[number % FIRST.length],
    SECOND[Math.floor(number / 3) % SECOND.length],
    THIRD[Math.floor(number / 7) % THIRD.length],
    `${number % 200}`,
  ];
  const initials = words.slice(0, 3).map((word) => word?.slice(0, 1) ?? "");
  return { name: words.join(" "), acronym: `${initials.join("")}${number % 200}` };
}

/** A generator of numbers that gives the same ones each time (Park and Miller, 1988). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** One row, as dirty as field offices send it: nobody and nothing in it exists. */
function rowOf(number: number, pick: (below: number) => number): string[] {
  const country = pick(COUNTRIES.length);
  // A few do most of the work.
  const implementer = organisation(Math.min(pick(200), pick(200)));
  const lead = organisation(pick(40));
  const funders = [organisation(pick(30)), organisation(pick(30))].map(({ acronym }) => acronym);
  const isShort = pick(3) === 0;
  const area = pick(20);
  const day = String(1 + pick(31)).padStart(2, "0");
  return [
    `R-${number}`,
    COUNTRIES[country] ?? "",
    "invented",
    ["", "TBD", funders[0] ?? "", funders.join("/"), "Other"][pick(5)] ?? "",
    ["", lead.name, lead.acronym][pick(3)] ?? "",
    isShort ? implementer.acronym : implementer.name,
    isShort ? "" : implementer.acronym,
    TYPES[pick(TYPES.length)] ?? "",
    SECTORS[pick(SECTORS.length)] ?? "",
    `Work of a kind that is described in a line or two: number ${pick(400)}`,
    `Area ${area}`,
    pick(4) === 0 ? "" : `A${country}${area}`,
    "ongoing",
    `${day}/0${1 + pick(9)}/2021`,
    pick(2) === 0 ? "" : "1970-01-01",
  ];
}

/** Writes an invented file of activities; the same rows each time, two in five of them repeated. */
export async function writeActivities(path: string, rows: number): Promise<void> {
  const pick = seeded(20_210_731);
  function* lines() {
    yield `${HEADER.join(",")}\r\n${TAGS.join(",")}\r\n`;
    let last: string[] = [];
    for (let number = 1; number <= rows; number += 1) {
      last =
        last.length > 0 && pick(5) < 2 ? [`R-${number}`, ...last.slice(1)] : rowOf(number, pick);
      yield `${last.join(",")}\r\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}
