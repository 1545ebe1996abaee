import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { sampleOrganisation, seesOrganisation } from "../organisation/organisation.permission.ts";
import { canMerge, canSeeMerge } from "./organisation-merge.policy.ts";

const ends = { from: { ...sampleOrganisation, isClaimed: true }, into: sampleOrganisation };
const merge = { networkId: SAMPLE.network };

export const organisationMergePermissions: readonly Permission[] = [
  {
    mutation: "mergeOrganisations",
    of: "two organisations of one network, which everybody sees",
    sees: seesOrganisation,
    may: (viewer) => canMerge(viewer, ends),
  },
  {
    mutation: "undoOrganisationMerge",
    of: "a merge within a network",
    sees: (viewer) => canSeeMerge(viewer, merge),
    may: (viewer) => canSeeMerge(viewer, merge),
  },
  {
    field: "Organisation.merges",
    of: "of an organisation that everybody sees",
    shows: (viewer) => canSeeMerge(viewer, merge),
  },
];
