import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { discovery } from "../definition.ts";
import {
  buildMeeting,
  buildNetwork,
  buildOrganisation,
  buildWorkingGroup,
  everybody,
  tellAll,
  type Told,
} from "../../test/factories.ts";

const harness = createHarness(discovery);
const SEARCH = `query ($filter: OrganisationSearchFilter) {
  searchOrganisations(filter: $filter, sort: NAME) { totalCount nodes { id } }
}`;

const inGroup = buildOrganisation({ name: "Alpha" });
const inNetwork = buildOrganisation({ name: "Beta" });
const elsewhere = buildOrganisation({ name: "Gamma" });
const secret = buildOrganisation({ name: "Delta" });
const everyone = [inGroup, inNetwork, secret, elsewhere];
const network = buildNetwork();
const other = buildNetwork();
const group = buildWorkingGroup();
const ofNetwork = { audience: "NETWORK", organisations: [], networks: [network.id] };

beforeAll(() =>
  tellAll(
    harness,
    ...[...everyone, network, other, group],
    buildMeeting({
      group: group.id,
      network: network.id,
      attended: [inGroup.id],
      protection: { ...ofNetwork, audience: "PUBLIC" },
    }),
    buildMeeting({ network: network.id, attended: [inNetwork.id], protection: ofNetwork }),
    buildMeeting({ network: other.id, attended: [elsewhere.id], protection: everybody }),
    buildMeeting({
      group: group.id,
      attended: [secret.id],
      protection: { audience: "NOBODY", organisations: [], networks: [] },
    }),
  ),
);

const seated = (role: "CO_LEAD" | "MEMBER" | "OBSERVER") =>
  buildViewer({ groups: [{ id: group.id, role }] });
const belonging = (role: "SECRETARIAT" | "MEMBER") =>
  buildViewer({ networks: [{ id: network.id, role }] });

it.each<[string, Viewer | null, Told[]]>([
  ["nobody", null, []],
  ["somebody without a role", buildViewer({}), []],
  [
    "one who acts for an organisation that was there",
    buildViewer({ organisations: [{ id: inGroup.id, role: "OWNER" }] }),
    [],
  ],
  ["a co-lead of the group", seated("CO_LEAD"), [inGroup]],
  ["a member of the group", seated("MEMBER"), [inGroup]],
  ["an observer of the group", seated("OBSERVER"), [inGroup]],
  ["a member of the network, of its own meetings alone", belonging("MEMBER"), [inNetwork]],
  ["the secretariat, of its groups' too", belonging("SECRETARIAT"), [inGroup, inNetwork]],
  ["an administrator", admin, everyone],
])("tells who met to those who sit there: %s", async (_name, viewer, met) => {
  const ids = async (filter: object) => {
    const { data, errors } = await harness.execute(SEARCH, { viewer, filter });
    expect(errors).toBeUndefined();
    const { nodes, totalCount } = data.searchOrganisations;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }: { id: string }) => id);
  };
  const all = everyone.map(({ id }) => id);
  const there = new Set<string>(met.map(({ id }) => id));
  expect(await ids({ metSince: "2026-01-01" })).toEqual([...there]);
  expect(await ids({ notMetSince: "2026-01-01" })).toEqual(all.filter((id) => !there.has(id)));
});
