import { registerEnumType } from "type-graphql";

/** What a key may be used for, at the most: its owner's roles say the rest. */
export enum ApiKeyScope {
  READ = "READ",
  WRITE = "WRITE",
  PLATFORM = "PLATFORM",
}

registerEnumType(ApiKeyScope, {
  name: "ApiKeyScope",
  description: "What a key may be used for, at the most: its owner's roles say the rest.",
  valuesConfig: {
    READ: { description: "See what its owner sees. Every key may do that." },
    WRITE: { description: "Change what its owner may change." },
    PLATFORM: {
      description:
        "Use the roles that its owner has on the whole platform, an administrator's, say. Without it a key has the roles of the graph alone.",
    },
  },
});
