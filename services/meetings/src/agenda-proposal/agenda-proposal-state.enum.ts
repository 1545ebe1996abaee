import { registerEnumType } from "type-graphql";

export enum AgendaProposalState {
  PROPOSED = "PROPOSED",
  BACKLOG = "BACKLOG",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  WITHDRAWN = "WITHDRAWN",
}

registerEnumType(AgendaProposalState, {
  name: "AgendaProposalState",
  description: "How far a proposal for an agenda is.",
  valuesConfig: {
    PROPOSED: { description: "It waits for those who convene." },
    BACKLOG: { description: "It waits for one of the next meetings of its series." },
    ACCEPTED: { description: "It is on an agenda." },
    DECLINED: { description: "It comes on no agenda, for a reason that is given." },
    WITHDRAWN: { description: "Whoever proposed it has taken it back." },
  },
});
