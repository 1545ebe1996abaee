import { registerEnumType } from "type-graphql";

/** Where a call stands. */
export enum InputCallState {
  SCHEDULED = "SCHEDULED",
  OPEN = "OPEN",
  CLOSED = "CLOSED",
}

/** Whom a call asks. */
export enum CallAddressees {
  MEMBERS = "MEMBERS",
  NETWORK = "NETWORK",
  PUBLIC = "PUBLIC",
}

/** Who reads what was answered, beside whoever has. */
export enum AnswerReaders {
  CO_LEADS = "CO_LEADS",
  MEMBERS = "MEMBERS",
  ADDRESSEES = "ADDRESSEES",
}

registerEnumType(InputCallState, {
  name: "InputCallState",
  description: "Where a call for input stands.",
  valuesConfig: {
    SCHEDULED: { description: "It opens later." },
    OPEN: { description: "It takes answers." },
    CLOSED: { description: "Its deadline is over." },
  },
});

registerEnumType(CallAddressees, {
  name: "CallAddressees",
  description: "Whom a call for input asks: who sees it, and whose answer it takes.",
  valuesConfig: {
    MEMBERS: { description: "Organisations that hold a seat in the group." },
    NETWORK: { description: "These, and the members of the group's network." },
    PUBLIC: { description: "Every organisation that sees the group." },
  },
});

registerEnumType(AnswerReaders, {
  name: "AnswerReaders",
  description: "Who reads the answers to a call, beside the organisation that gave one.",
  valuesConfig: {
    CO_LEADS: { description: "The group's co-leads and its network's secretariat." },
    MEMBERS: { description: "These, and those who sit in the group." },
    ADDRESSEES: { description: "Everybody who sees the call." },
  },
});
