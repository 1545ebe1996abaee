import { registerEnumType } from "type-graphql";

/** What an account may do on the whole platform. */
export enum PlatformRole {
  ADMIN = "ADMIN",
  MODERATOR = "MODERATOR",
  REVIEWER = "REVIEWER",
}

registerEnumType(PlatformRole, {
  name: "PlatformRole",
  description: "What an account may do on the whole platform.",
  valuesConfig: {
    ADMIN: { description: "Everything." },
    MODERATOR: { description: "Take away what must not stand here." },
    REVIEWER: { description: "Review practices." },
  },
});
