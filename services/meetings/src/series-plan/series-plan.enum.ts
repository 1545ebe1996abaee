import { registerEnumType } from "type-graphql";

export enum PlanRhythm {
  WEEKLY = "WEEKLY",
  MONTHLY = "MONTHLY",
  QUARTERLY = "QUARTERLY",
}

registerEnumType(PlanRhythm, {
  name: "PlanRhythm",
  description: "How often a group meets that plans its meetings.",
  valuesConfig: {
    WEEKLY: { description: "Every week." },
    MONTHLY: { description: "Every month." },
    QUARTERLY: { description: "Every three months." },
  },
});

export enum PlanRole {
  DELEGATE = "DELEGATE",
  ALTERNATE = "ALTERNATE",
  SEAT = "SEAT",
  INTERPRETER = "INTERPRETER",
}

registerEnumType(PlanRole, {
  name: "PlanRole",
  description: "As what somebody is planned for.",
  valuesConfig: {
    DELEGATE: { description: "Fills a seat of an organisation." },
    ALTERNATE: { description: "Fills the seat when the delegate cannot." },
    SEAT: { description: "An organisation's seat that nobody fills yet." },
    INTERPRETER: { description: "Interprets." },
  },
});

export enum AbsenceReason {
  OUTSIDE_HOURS = "OUTSIDE_HOURS",
  WEEKEND = "WEEKEND",
  HOLIDAY = "HOLIDAY",
  BUSY = "BUSY",
  OTHER_MEETING = "OTHER_MEETING",
  NOT_SHARED = "NOT_SHARED",
}

registerEnumType(AbsenceReason, {
  name: "AbsenceReason",
  description: "Why somebody cannot come.",
  valuesConfig: {
    OUTSIDE_HOURS: { description: "It is outside of the hours that they have entered." },
    WEEKEND: { description: "It is their weekend." },
    HOLIDAY: { description: "It is a public holiday where they are." },
    BUSY: { description: "Their calendar is taken, or they sit where the viewer sees no meeting." },
    OTHER_MEETING: { description: "They sit in another meeting." },
    NOT_SHARED: { description: "They do not share the reason." },
  },
});

export enum PlanConstraintKind {
  REQUIRED_SEAT = "REQUIRED_SEAT",
  QUORUM = "QUORUM",
  QUORUM_PART = "QUORUM_PART",
  INTERPRETER = "INTERPRETER",
  HOLIDAYS = "HOLIDAYS",
  WEEKEND = "WEEKEND",
  BLOCKED_DATES = "BLOCKED_DATES",
  WEEKDAYS = "WEEKDAYS",
  HOURS = "HOURS",
  PAST = "PAST",
}

registerEnumType(PlanConstraintKind, {
  name: "PlanConstraintKind",
  description: "What kind of constraint.",
  valuesConfig: {
    REQUIRED_SEAT: { description: "An organisation that must be able to come." },
    QUORUM: { description: "So many organisations must be able to come." },
    QUORUM_PART: { description: "So many of a constituency or region." },
    INTERPRETER: { description: "An interpreter for a language." },
    HOLIDAYS: { description: "No public holiday of a country." },
    WEEKEND: { description: "Not at the weekend of a country." },
    BLOCKED_DATES: { description: "Dates that are kept free." },
    WEEKDAYS: { description: "On some days of the week only." },
    HOURS: { description: "Within hours of the day." },
    PAST: { description: "Later than now, where the plan begins before." },
  },
});
