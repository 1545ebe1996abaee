import { registerEnumType } from "type-graphql";

/** What somebody may agree to. */
export enum ConsentKind {
  PRIVACY_NOTICE = "PRIVACY_NOTICE",
  PUBLIC_LISTING = "PUBLIC_LISTING",
}

registerEnumType(ConsentKind, {
  name: "ConsentKind",
  description: "What somebody may agree to.",
  valuesConfig: {
    PRIVACY_NOTICE: { description: "The notice on what is done with their data, in one version." },
    PUBLIC_LISTING: {
      description:
        "That everybody may see their profile. Agreed, its audience becomes PUBLIC; withdrawn, it is no wider than NETWORK.",
    },
  },
});

/** How somebody has said so. */
export enum ConsentMeans {
  PAGE = "PAGE",
  GRAPH = "GRAPH",
  INVITATION = "INVITATION",
}

registerEnumType(ConsentMeans, {
  name: "ConsentMeans",
  description: "How somebody has said so.",
  valuesConfig: {
    PAGE: { description: "On the page of their account." },
    GRAPH: { description: "By a mutation, signed in: on a page of a client, say." },
    INVITATION: { description: "By accepting an invitation, whose page names it." },
  },
});
