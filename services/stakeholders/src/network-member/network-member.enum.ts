import { registerEnumType } from "type-graphql";

export enum NetworkMemberRole {
  SECRETARIAT = "SECRETARIAT",
  HOST = "HOST",
  MEMBER = "MEMBER",
  OBSERVER = "OBSERVER",
}

registerEnumType(NetworkMemberRole, {
  name: "NetworkMemberRole",
  description: "What a member is in a network.",
  valuesConfig: {
    SECRETARIAT: { description: "Runs it: changes it and its members." },
    HOST: { description: "A member that gives it a home." },
    MEMBER: { description: "Takes part, and sees what only the network sees." },
    OBSERVER: { description: "Listens; sees no more than others do." },
  },
});
