import { registerEnumType } from "type-graphql";

/** The rhythms in which networks and groups meet. */
export enum RecurrencePreset {
  WEEKLY = "WEEKLY",
  FORTNIGHTLY = "FORTNIGHTLY",
  MONTHLY = "MONTHLY",
  QUARTERLY = "QUARTERLY",
  HALF_YEARLY = "HALF_YEARLY",
  YEARLY = "YEARLY",
}

registerEnumType(RecurrencePreset, {
  name: "RecurrencePreset",
  description: "A rhythm by its name, for those who do not write recurrence rules.",
  valuesConfig: {
    WEEKLY: { description: "Every week, on the weekday of the first meeting." },
    FORTNIGHTLY: { description: "Every second week, on the weekday of the first meeting." },
    MONTHLY: { description: "Every month." },
    QUARTERLY: { description: "Every third month." },
    HALF_YEARLY: { description: "Every sixth month." },
    YEARLY: { description: "Every twelfth month." },
  },
});
