import { registerEnumType } from "type-graphql";

/** What somebody takes on for a meeting. */
export enum MeetingRole {
  HOST = "HOST",
  CHAIR = "CHAIR",
}

export const MEETING_ROLES = [MeetingRole.HOST, MeetingRole.CHAIR] as const;

registerEnumType(MeetingRole, {
  name: "MeetingRole",
  description: "What somebody takes on for a meeting.",
  valuesConfig: {
    HOST: { description: "The organisation that hosts it." },
    CHAIR: { description: "Whoever chairs it: an organisation, a person or a seat of the group." },
  },
});
