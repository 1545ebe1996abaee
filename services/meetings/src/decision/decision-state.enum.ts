import { registerEnumType } from "type-graphql";

export enum DecisionState {
  ADOPTED = "ADOPTED",
  CARRIED_OUT = "CARRIED_OUT",
  REVOKED = "REVOKED",
}

registerEnumType(DecisionState, {
  name: "DecisionState",
  description: "How far a decision is.",
  valuesConfig: {
    ADOPTED: { description: "The meeting has decided so." },
    CARRIED_OUT: { description: "What was decided is done." },
    REVOKED: { description: "It holds no more." },
  },
});
