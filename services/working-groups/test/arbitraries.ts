import { Audience } from "@convene/shared/audience";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import fc from "fast-check";

/** Few ids, so that viewers and records meet often. */
export const ORGANISATIONS = ["org_1", "org_2", "org_3"] as const;
const NETWORKS = ["net_1", "net_2"] as const;
const GROUPS = ["grp_1", "grp_2", "grp_3"] as const;

const held = <I extends string, R extends string>(ids: readonly I[], roles: readonly R[]) =>
  fc.array(fc.record({ id: fc.constantFrom(...ids), role: fc.constantFrom(...roles) }), {
    maxLength: 2,
  });

/** Anonymous, or signed in with some roles. */
export const anyViewer: fc.Arbitrary<Viewer | null> = fc.option(
  fc
    .record({
      organisations: held(ORGANISATIONS, ["OWNER", "EDITOR", "DELEGATE"]),
      groups: held(GROUPS, ["CO_LEAD", "MEMBER", "OBSERVER"]),
      networks: held(NETWORKS, ["SECRETARIAT", "MEMBER"]),
      platform: fc.subarray(["ADMIN", "MODERATOR", "REVIEWER"] as const, { maxLength: 1 }),
    })
    .map((roles) => buildViewer(roles)),
);

export const anyAudience = fc.constantFrom(...Object.values(Audience));

export const anyGroup = fc
  .record({
    id: fc.constantFrom(...GROUPS),
    networkId: fc.option(fc.constantFrom(...NETWORKS)),
    audience: anyAudience,
    organisations: fc.subarray([...ORGANISATIONS]),
  })
  .map((group) => ({ ...group, networks: group.networkId === null ? [] : [group.networkId] }));
