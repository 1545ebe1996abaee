import { type Audience, canSee, CHOSEN_AUDIENCES } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import { Organisation } from "./organisation.entity.ts";
import type {
  FieldAudiences,
  OrganisationFieldName as FieldName,
} from "./organisation-field.enum.ts";
import { protectionOf } from "./organisation.policy.ts";

/** What the record looks like to whoever does not see the field. Identifiers are rows of their own. */
const BLANK: Readonly<Record<FieldName, Partial<Organisation>>> = {
  AREAS: { areas: [] },
  // An area says in which country it is.
  COUNTRIES: { countries: [], areas: [] },
  DESCRIPTION: { description: null },
  IDENTIFIERS: {},
  LANGUAGES: { languages: [] },
  NEEDS: { needs: [] },
  OBJECTIVES: { objectiveNumbers: [] },
  OFFERS: { offers: [] },
  OTHER_NAMES: { otherNames: [], otherNameKeys: [] },
  SECTORS: { sectors: [] },
  WEBSITE: { website: null },
};

type Kept = Pick<Organisation, "id" | "audience" | "networks" | "fieldAudiences">;

const namesOf = ({ fieldAudiences }: Pick<Kept, "fieldAudiences">): FieldName[] =>
  Object.keys(fieldAudiences) as FieldName[];

/** Of an organisation that the viewer sees. */
export function canSeeField(viewer: Viewer | null, organisation: Kept, field: FieldName): boolean {
  const audience = organisation.fieldAudiences[field];
  return audience === undefined || canSee(viewer, { ...protectionOf(organisation), audience });
}

const without = (organisation: Organisation, fields: readonly FieldName[]): Organisation =>
  fields.reduce(
    (left, field) => Object.assign(new Organisation(), left, BLANK[field]),
    organisation,
  );

/** An organisation that the viewer sees, without the fields that they do not. */
export const asSeenBy = (viewer: Viewer | null, organisation: Organisation): Organisation =>
  without(
    organisation,
    namesOf(organisation).filter((field) => !canSeeField(viewer, organisation, field)),
  );

/**
 * As whoever sees the record sees it, whoever they are. Other services, and whatever finds, counts or
 * ranks, know no more: so nobody learns there what a field keeps from them.
 */
export const asToldToAll = (organisation: Organisation): Organisation =>
  without(organisation, namesOf(organisation));

export const isToldToAll = ({ fieldAudiences }: Kept, field: FieldName): boolean =>
  fieldAudiences[field] === undefined;

/** What a merge brings is shown to no more than it was, nor to more than see the like of the other. */
const BROUGHT = ["IDENTIFIERS", "OTHER_NAMES"] as const;

export function audiencesOfBoth(into: Kept, from: Kept): FieldAudiences {
  const audiences = { ...into.fieldAudiences };
  for (const field of BROUGHT) {
    const both = [into, from].flatMap(({ fieldAudiences }) => fieldAudiences[field] ?? []);
    const narrowest = both.toSorted((one, other) => widthOf(one) - widthOf(other))[0];
    if (narrowest !== undefined) audiences[field] = narrowest;
  }
  return audiences;
}

const CHOSEN: readonly Audience[] = CHOSEN_AUDIENCES;
const widthOf = (audience: Audience): number => -CHOSEN.indexOf(audience);
