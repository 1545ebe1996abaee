import { registerEnumType } from "type-graphql";

/** What of an occurrence may be changed by hand; the rest follows its series. */
export enum OccurrenceField {
  TITLE = "TITLE",
  START = "START",
  DURATION = "DURATION",
  AUDIENCE = "AUDIENCE",
  JOIN_URL = "JOIN_URL",
  STATUS = "STATUS",
}

registerEnumType(OccurrenceField, {
  name: "OccurrenceField",
  description: "What of one meeting of a series may be changed by hand.",
  valuesConfig: {
    TITLE: { description: "What it is called." },
    START: { description: "When it begins." },
    DURATION: { description: "How long it lasts." },
    AUDIENCE: { description: "Who may see it." },
    JOIN_URL: { description: "Where to join online." },
    STATUS: { description: "That it is called off." },
  },
});
