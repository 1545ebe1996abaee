import { registerEnumType } from "type-graphql";

export enum AgendaItemPurpose {
  INFORM = "INFORM",
  DISCUSS = "DISCUSS",
  DECIDE = "DECIDE",
}

registerEnumType(AgendaItemPurpose, {
  name: "AgendaItemPurpose",
  description: "What an agenda item asks of those who sit there.",
  valuesConfig: {
    INFORM: { description: "To listen." },
    DISCUSS: { description: "To exchange views." },
    DECIDE: { description: "To come to a decision." },
  },
});
