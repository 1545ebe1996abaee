import { registerEnumType } from "type-graphql";

export enum PollChoice {
  YES = "YES",
  IF_NEED_BE = "IF_NEED_BE",
  NO = "NO",
}

registerEnumType(PollChoice, {
  name: "PollChoice",
  description: "Whether somebody can make a time.",
  valuesConfig: {
    YES: { description: "They can." },
    IF_NEED_BE: { description: "They can, if it must be." },
    NO: { description: "They cannot." },
  },
});
