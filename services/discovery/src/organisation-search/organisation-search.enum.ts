import { registerEnumType } from "type-graphql";

export enum OrganisationSort {
  RELEVANCE = "RELEVANCE",
  NAME = "NAME",
  RECENTLY_CONFIRMED = "RECENTLY_CONFIRMED",
  NEWEST = "NEWEST",
}

registerEnumType(OrganisationSort, {
  name: "OrganisationSort",
  description: "In which order found organisations come. Ties are broken by name, then by id.",
  valuesConfig: {
    RELEVANCE: {
      description:
        "An acronym or identifier that is the text itself, then names that begin with it, then by likeness. Without a text: by name.",
    },
    NAME: { description: "By name, case and accents folded." },
    RECENTLY_CONFIRMED: { description: "The last confirmed first; never confirmed last." },
    NEWEST: { description: "The last registered first." },
  },
});
