import { registerEnumType } from "type-graphql";

/** Why a group may need help. */
export enum HealthConcernKind {
  NO_CO_LEAD = "NO_CO_LEAD",
  NOT_MET = "NOT_MET",
  OVERDUE_MILESTONES = "OVERDUE_MILESTONES",
  LOW_ATTENDANCE = "LOW_ATTENDANCE",
  LOW_REPLIES = "LOW_REPLIES",
  OVERDUE_ACTIONS = "OVERDUE_ACTIONS",
  MISSING_PARTIES = "MISSING_PARTIES",
}

registerEnumType(HealthConcernKind, {
  name: "HealthConcernKind",
  description: "Why a working group may need help.",
  valuesConfig: {
    NO_CO_LEAD: { description: "Nobody leads it: 5." },
    NOT_MET: {
      description:
        "It is active, and has not met for more than 3 months: 1 for each month beyond these, at most 6; 6 where it has never met.",
    },
    OVERDUE_MILESTONES: { description: "Milestones are overdue: 2 for each, at most 6." },
    LOW_ATTENDANCE: { description: "Fewer than half of those who sit there come: 3." },
    LOW_REPLIES: { description: "Fewer than half of those who sit there reply: 2." },
    OVERDUE_ACTIONS: { description: "Actions are overdue: 1 for each, at most 4." },
    MISSING_PARTIES: {
      description: "Too few sit there of whom its charter asks for: 1 for each need, at most 4.",
    },
  },
});
