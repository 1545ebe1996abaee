import { registerEnumType } from "type-graphql";

export enum MeetingStatus {
  SCHEDULED = "SCHEDULED",
  CANCELLED = "CANCELLED",
}

registerEnumType(MeetingStatus, {
  name: "MeetingStatus",
  description: "Whether a meeting takes place.",
  valuesConfig: {
    SCHEDULED: { description: "It will take place, or has." },
    CANCELLED: { description: "It was called off." },
  },
});
