import { newId } from "@convene/shared/type-id";
import { Organisation } from "./organisation.entity.ts";

/** A new one, seen by everybody, of which nothing is known yet. */
export function blankOrganisation(): Organisation {
  const now = new Date();
  return Object.assign(new Organisation(), {
    id: newId("org"),
    names: [],
    otherNames: [],
    otherNameKeys: [],
    acronym: null,
    categoryId: null,
    countries: [],
    areas: [],
    objectiveNumbers: [],
    sectors: [],
    languages: [],
    needs: [],
    offers: [],
    isOpenToPartners: true,
    website: null,
    description: null,
    provenance: [],
    lastConfirmedOn: null,
    audience: "PUBLIC",
    fieldAudiences: {},
    networks: [],
    enteredById: null,
    mergedIntoId: null,
    createdAt: now,
    updatedAt: now,
  });
}
