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
        "An acronym or identifier that is the text itself, then a name, then another or former name that is it, then names that begin with it, then by likeness; of those that fit alike, records that nobody has confirmed for 18 months come last. Without a text: by name.",
    },
    NAME: { description: "By name, case and accents folded." },
    RECENTLY_CONFIRMED: { description: "The last confirmed first; never confirmed last." },
    NEWEST: { description: "The last registered first." },
  },
});
