import { registerEnumType } from "type-graphql";

export enum TieKind {
  RELATIONSHIP = "RELATIONSHIP",
  SEAT = "SEAT",
  NETWORK_MEMBERSHIP = "NETWORK_MEMBERSHIP",
  PRACTICE = "PRACTICE",
  SHARED_PRACTICE = "SHARED_PRACTICE",
  SHARED_SEAT = "SHARED_SEAT",
}

/** Those that nobody has recorded: they follow from others. */
export type DerivedKind = TieKind.SHARED_PRACTICE | TieKind.SHARED_SEAT;

export type RecordedKind = Exclude<TieKind, DerivedKind>;

export const isDerived = (kind: TieKind): kind is DerivedKind =>
  kind === TieKind.SHARED_PRACTICE || kind === TieKind.SHARED_SEAT;

registerEnumType(TieKind, {
  name: "TieKind",
  description: "What ties two things of the network graph.",
  valuesConfig: {
    RELATIONSHIP: { description: "A relationship between two organisations." },
    SEAT: { description: "An organisation's seat in a working group." },
    NETWORK_MEMBERSHIP: { description: "An organisation's membership of a network." },
    PRACTICE: { description: "An organisation implements a practice, or is a partner in it." },
    SHARED_PRACTICE: {
      description:
        "Derived: two organisations have a part in the same practices. Told only where this kind is asked for.",
    },
    SHARED_SEAT: {
      description:
        "Derived: two organisations sit in the same working groups. Told only where this kind is asked for.",
    },
  },
});
