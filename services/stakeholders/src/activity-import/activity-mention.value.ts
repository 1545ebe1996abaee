import type { RowFault } from "@convene/shared/table/row-reading";
import type { OrganisationContent } from "../organisation-import/organisation-merge.value.ts";
import { nameOrganisation } from "../organisation-import/organisation-name.value.ts";
import type {
  NamedOrganisation,
  OrganisationRoster,
} from "../organisation-import/organisation-roster.value.ts";
import type { ActivityRole, WantedActivity } from "./activity-row.value.ts";
import { namesIn, partsOf } from "./compound-name.value.ts";

/** An organisation that a row mentions, and what the row says of it. */
export interface Mention {
  readonly named: NamedOrganisation;
  readonly content: OrganisationContent;
  readonly newName: string;
}

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly faults: readonly RowFault[];
}

/** All that the rows may mean, in whichever way their cells are cut. */
export function namedIn(activities: readonly WantedActivity[]): NamedOrganisation[] {
  return activities.flatMap((activity) => {
    const { implementer, lead, funder } = activity.cells;
    const texts = new Set([...implementer, ...lead, ...funder]);
    const all = [...texts].flatMap((text) => [text, ...partsOf(text)]);
    return all.flatMap((name) => namedBy(activity, "implementer", name).named ?? []);
  });
}

/** Whom the cells of a role mention, by what is known when the row is taken. */
export function mentionsOf(
  activity: WantedActivity,
  role: ActivityRole,
  roster: OrganisationRoster,
): Mentions {
  const isKnown = (name: string) => {
    const { named } = namedBy(activity, role, name);
    if (!named) return false;
    const { one, several } = roster.find({ ...named, acronymKey: null });
    return one !== null || several.length > 0;
  };
  const cells = activity.cells[role].map((text) =>
    // With a short name beside it, it is one name, whatever it holds.
    role === "implementer" && activity.acronym !== null
      ? { names: [text], faults: [] }
      : namesIn({ text, field: role, isFunder: role === "funder" }, isKnown),
  );
  const faults = cells.flatMap((cell) => cell.faults);
  const mentions: Mention[] = [];
  for (const name of cells.flatMap(({ names }) => names)) {
    const naming = namedBy(activity, role, name);
    if (!naming.named) faults.push(naming.fault);
    else mentions.push({ named: naming.named, content: contentOf(activity, role), newName: name });
  }
  return { mentions, faults };
}

function namedBy({ countries, acronym }: WantedActivity, role: ActivityRole, name: string) {
  const short = role === "implementer" ? acronym : null;
  const cells = { identifier: null, name, acronym: short, countries, scheme: "" };
  return nameOrganisation(cells, { identifier: role, name: role });
}

/** Where and on what it works is said of who implements alone. */
function contentOf(activity: WantedActivity, role: ActivityRole): OrganisationContent {
  const implementing = role === "implementer";
  return {
    identifier: null,
    acronym: implementing ? activity.acronym : null,
    categoryId: activity.categories[role],
    website: null,
    description: null,
    countries: activity.countries,
    areas: implementing ? activity.areas : [],
    sectors: implementing ? activity.sectors : [],
    languages: [],
    provenance: activity.provenance,
  };
}
