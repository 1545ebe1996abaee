/** The facets by which organisations are likened to each other. */
export type TermFacet = "objectives" | "sectors" | "areas" | "languages";

/** What is found with somebody else: what one needs another one offers. */
export type WantFacet = "needs" | "offers";
