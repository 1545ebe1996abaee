import type { Attempt } from "./attempt.ts";

const LONG_AGO = { endDate: "1990-01-01" };

/** How networks, their members and those who ask to join them are tried, by the key of its row. */
export const NETWORK_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "createNetwork: a network": () => ({ name: "", kind: "GLOBAL" }),
  "updateNetwork: a network that everybody sees": (id) => ({ id: id("network"), name: "" }),
  "addNetworkMember: a network that everybody sees": (id) => ({
    network: id("network"),
    person: id("signedIn"),
    ...LONG_AGO,
  }),
  // It belongs to it: CONFLICT.
  "requestToJoinNetwork: a network that everybody sees, for the organisation": (id) => ({
    ...{ network: id("network"), organisation: id("organisation"), answers: [] },
  }),
  "decideNetworkJoinRequest: a request of the other organisation, to the network": (id) => ({
    id: id("network join request"),
    decision: "DECLINE",
  }),
  "withdrawNetworkJoinRequest: a request of the other organisation, to the network": (id) => ({
    id: id("network join request"),
  }),
  "endNetworkMember: a membership that everybody sees": (id) => ({
    id: id("membership"),
    ...LONG_AGO,
  }),
};
