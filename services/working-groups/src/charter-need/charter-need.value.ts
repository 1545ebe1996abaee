import { invalid } from "@convene/shared/errors";
import { countriesOfRegions } from "@convene/shared/hub-region";
import { distinct, requiredText } from "@convene/shared/input";
import type { CharterNeedInput } from "./charter-need.inputs.ts";
import type { KeptNeed } from "./charter-need.entity.ts";

const MOST = 30;
const MOST_SEATS = 100;

/** @throws BAD_USER_INPUT with the path of what is wrong. */
export function readNeeds(needs: readonly CharterNeedInput[]): KeptNeed[] {
  if (needs.length > MOST) throw invalid("needs", `A charter has at most ${MOST} needs`);
  const read = needs.map((need, at) => readNeed(`needs.${at}`, need));
  const labels = new Set<string>();
  for (const [at, { label }] of read.entries()) {
    if (labels.has(label)) throw invalid(`needs.${at}.label`, `${label} is asked for twice`);
    labels.add(label);
  }
  return read;
}

function readNeed(field: string, need: CharterNeedInput): KeptNeed {
  const categories = distinct(`${field}.categories`, need.categories ?? []).map((category) =>
    requiredText(`${field}.categories`, category, 100),
  );
  const ofRegions = countriesOfRegions(`${field}.regions`, need.regions ?? []);
  const countries = distinct(`${field}.countries`, [...(need.countries ?? []), ...ofRegions], 250);
  if (categories.length + countries.length === 0) {
    throw invalid(field, "A need names categories, countries, or regions");
  }
  const { atLeast } = need;
  if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > MOST_SEATS) {
    throw invalid(`${field}.atLeast`, `atLeast must be from 1 to ${MOST_SEATS}`);
  }
  return { label: requiredText(`${field}.label`, need.label, 100), categories, countries, atLeast };
}
