import { registerEnumType } from "type-graphql";

export enum PartnerContext {
  DIFFERENT_COUNTRY = "DIFFERENT_COUNTRY",
  SAME_COUNTRY = "SAME_COUNTRY",
  ANY = "ANY",
}

registerEnumType(PartnerContext, {
  name: "PartnerContext",
  description: "Where a partner should work, seen from the organisation that looks for one.",
  valuesConfig: {
    DIFFERENT_COUNTRY: { description: "In at least one country where it does not work itself." },
    SAME_COUNTRY: { description: "In at least one of its own countries." },
    ANY: { description: "Anywhere." },
  },
});

export enum PartnerReasonKind {
  SHARED_OBJECTIVE = "SHARED_OBJECTIVE",
  ASKED_OBJECTIVE = "ASKED_OBJECTIVE",
  SHARED_SECTOR = "SHARED_SECTOR",
  SHARED_AREA = "SHARED_AREA",
  SHARED_LANGUAGE = "SHARED_LANGUAGE",
  BRIEF = "BRIEF",
  WORKS_WITH_SIMILAR = "WORKS_WITH_SIMILAR",
  RESEMBLES_PARTNER = "RESEMBLES_PARTNER",
  COMMON_PARTNER = "COMMON_PARTNER",
  WELL_CONNECTED = "WELL_CONNECTED",
  SHARED_GROUP = "SHARED_GROUP",
  SHARED_NETWORK = "SHARED_NETWORK",
  PUBLISHED_PRACTICE = "PUBLISHED_PRACTICE",
  RECENTLY_CONFIRMED = "RECENTLY_CONFIRMED",
  DIFFERENT_CONTEXT = "DIFFERENT_CONTEXT",
  OFFERS_NEEDED = "OFFERS_NEEDED",
  NEEDS_OFFERED = "NEEDS_OFFERED",
}

registerEnumType(PartnerReasonKind, {
  name: "PartnerReasonKind",
  description: "What speaks for a partner.",
  valuesConfig: {
    SHARED_OBJECTIVE: { description: "Both work on these GCM objectives." },
    ASKED_OBJECTIVE: {
      description:
        "It works on these GCM objectives, which are asked for and not the seeker's own.",
    },
    SHARED_SECTOR: { description: "Both work in these sectors." },
    SHARED_AREA: { description: "Both work in these first-level areas." },
    SHARED_LANGUAGE: { description: "Both work in these languages." },
    BRIEF: { description: "Its record speaks of these words of the brief." },
    WORKS_WITH_SIMILAR: {
      description:
        "It has a relationship today with these organisations, which are among those that are most like the seeker in profile and partners.",
    },
    RESEMBLES_PARTNER: { description: "Its profile is like that of these partners of the seeker." },
    COMMON_PARTNER: { description: "Both have a relationship with these today." },
    WELL_CONNECTED: { description: "It has relationships with so many organisations today." },
    SHARED_GROUP: { description: "Both sit in these working groups today." },
    SHARED_NETWORK: { description: "Both belong to these networks today." },
    PUBLISHED_PRACTICE: {
      description:
        "It implements these published practices on objectives that are asked for, or else on the seeker's own.",
    },
    RECENTLY_CONFIRMED: {
      description: "Its record was confirmed on this day, within the last two years.",
    },
    DIFFERENT_CONTEXT: { description: "It works in these countries, where the other does not." },
    OFFERS_NEEDED: { description: "It offers these, which the seeker needs; by the same words." },
    NEEDS_OFFERED: { description: "It needs these, which the seeker offers; by the same words." },
  },
});
