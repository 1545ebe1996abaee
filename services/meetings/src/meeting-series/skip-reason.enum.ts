import { registerEnumType } from "type-graphql";

/** Why a series leaves out a date of its rule. */
export enum SkipReason {
  PUBLIC_HOLIDAY = "PUBLIC_HOLIDAY",
  KEPT_FREE = "KEPT_FREE",
}

registerEnumType(SkipReason, {
  name: "SkipReason",
  description: "Why a series leaves out a date of its rule.",
  valuesConfig: {
    PUBLIC_HOLIDAY: { description: "A public holiday of a chosen country." },
    KEPT_FREE: { description: "The network keeps the date free." },
  },
});
