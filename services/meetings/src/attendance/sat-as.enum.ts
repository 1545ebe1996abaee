import { registerEnumType } from "type-graphql";

/** As what somebody sits for an organisation. */
export enum SatAs {
  DELEGATE = "DELEGATE",
  ALTERNATE = "ALTERNATE",
  STAND_IN = "STAND_IN",
}

registerEnumType(SatAs, {
  name: "SatAs",
  description: "As what somebody sits for an organisation, when it was recorded.",
  valuesConfig: {
    DELEGATE: { description: "They are the delegate of the seat." },
    ALTERNATE: { description: "They are its alternate." },
    STAND_IN: { description: "They are neither, and sit there this time." },
  },
});
