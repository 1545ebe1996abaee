import type { GroupRole, NetworkRole, OrganisationRole, Viewer } from "../viewer.ts";

/**
 * The small world of which the table of permissions speaks: an organisation that is a member of a
 * network and sits in a group of it, somebody whom the organisation has entered, and another
 * organisation, group and network that have nothing to do with them.
 */
export const SAMPLE = {
  organisation: "org_sample",
  otherOrganisation: "org_other",
  network: "net_sample",
  otherNetwork: "net_other",
  group: "grp_sample",
  otherGroup: "grp_other",
  person: "per_sample",
  account: "acc_sample",
} as const;

/** Signed in as somebody who is nobody else's record. */
const viewer = (key: string, held: Partial<Viewer> = {}): Viewer => ({
  kind: "account",
  id: `acc_${key}`,
  person: `per_${key}`,
  organisations: [],
  groups: [],
  networks: [],
  platform: [],
  scopes: [],
  ...held,
});

/** Who acts for a member of a network is of the network. */
const actingFor = (role: OrganisationRole): Viewer =>
  viewer(role.toLowerCase(), {
    organisations: [{ id: SAMPLE.organisation, role }],
    networks: [{ id: SAMPLE.network, role: "MEMBER" }],
  });

const inGroup = (id: string, role: GroupRole): Viewer =>
  viewer(role.toLowerCase(), { groups: [{ id, role }] });

const inNetwork = (id: string, role: NetworkRole): Viewer =>
  viewer(role.toLowerCase(), { networks: [{ id, role }] });

export interface SampleRole {
  /** The head of the column. */
  readonly title: string;
  readonly viewer: Viewer | null;
}

/**
 * Who asks: the columns of the table, each with nothing but the one role; and a reviewer who acts
 * for the organisation too, since two roles together may be less than either.
 */
export const SAMPLE_ROLES = {
  anonymous: { title: "nobody signed in", viewer: null },
  signedIn: { title: "signed in, no role", viewer: viewer("signed_in") },
  themselves: {
    title: "themselves",
    viewer: viewer("sample", { id: SAMPLE.account, person: SAMPLE.person }),
  },
  owner: { title: "owner", viewer: actingFor("OWNER") },
  editor: { title: "editor", viewer: actingFor("EDITOR") },
  delegate: { title: "delegate", viewer: actingFor("DELEGATE") },
  otherOwner: {
    title: "other's owner",
    viewer: viewer("other_owner", {
      organisations: [{ id: SAMPLE.otherOrganisation, role: "OWNER" }],
      networks: [{ id: SAMPLE.otherNetwork, role: "MEMBER" }],
    }),
  },
  coLead: { title: "co-lead", viewer: inGroup(SAMPLE.group, "CO_LEAD") },
  groupMember: { title: "group member", viewer: inGroup(SAMPLE.group, "MEMBER") },
  observer: { title: "observer", viewer: inGroup(SAMPLE.group, "OBSERVER") },
  otherCoLead: { title: "other's co-lead", viewer: inGroup(SAMPLE.otherGroup, "CO_LEAD") },
  secretariat: { title: "secretariat", viewer: inNetwork(SAMPLE.network, "SECRETARIAT") },
  networkMember: { title: "network member", viewer: inNetwork(SAMPLE.network, "MEMBER") },
  otherSecretariat: {
    title: "other's secretariat",
    viewer: inNetwork(SAMPLE.otherNetwork, "SECRETARIAT"),
  },
  reviewer: { title: "reviewer", viewer: viewer("reviewer", { platform: ["REVIEWER"] }) },
  reviewerInside: {
    title: "reviewer, delegate",
    viewer: { ...actingFor("DELEGATE"), platform: ["REVIEWER"] as const },
  },
  moderator: { title: "moderator", viewer: viewer("moderator", { platform: ["MODERATOR"] }) },
  admin: { title: "administrator", viewer: viewer("admin", { platform: ["ADMIN"] }) },
} as const satisfies Record<string, SampleRole>;

export type SampleRoleName = keyof typeof SAMPLE_ROLES;
