/** The facets by which organisations are likened to each other. */
export type TermFacet = "objectives" | "sectors" | "areas" | "languages";
