import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import {
  buildMeeting,
  buildOrganisation,
  buildSeat,
  buildWorkingGroup,
  everybody,
  tellAll,
} from "../../test/factories.ts";
import { discovery } from "../definition.ts";

const harness = createHarness(discovery);
const MISSING = `query ($of: ID!, $asOf: Date) {
  whoIsMissing(of: $of, asOf: $asOf) { group { id } needCount missing { label categories countries wanted found } }
}`;

const kenyan = { label: "East Africa", categories: [], countries: ["KE", "UG"], atLeast: 1 };
const migrants = { label: "Migrants", categories: ["migrants"], countries: [], atLeast: 2 };
const unions = {
  label: "Unions of Kenya",
  categories: ["trade-unions"],
  countries: ["KE"],
  atLeast: 1,
};
const group = buildWorkingGroup({ needs: [kenyan, migrants, unions] });
const union = buildOrganisation({ category: "trade-unions", countries: ["KE"] });
const migrant = buildOrganisation({ category: "migrants", countries: ["GB"] });
const hidden = buildOrganisation({ category: "migrants" });
hidden.payload["protection"] = { audience: "NOBODY", organisations: [hidden.id], networks: [] };
const sits = ({ id }: { id: string }, overrides = {}) =>
  buildSeat({ group: group.id, organisation: id, ...overrides });
const held = buildMeeting({
  group: group.id,
  startsAt: "2026-01-15T14:00:00.000Z",
  attended: [union.id],
});
const coming = buildMeeting({ group: group.id, startsAt: "2999-01-15T14:00:00.000Z" });
const closed = buildWorkingGroup({
  needs: [kenyan],
  protection: { ...everybody, audience: "NOBODY" },
});
const member = buildViewer({ groups: [{ id: group.id, role: "MEMBER" }] });

beforeAll(() =>
  tellAll(
    harness,
    ...[group, union, migrant, hidden, held, coming, closed],
    ...[sits(union), sits(migrant, { startDate: "2025-06-01" }), sits(hidden)],
  ),
);

const missing = async (of: string, variables: object = {}) => {
  const { data, errors } = await harness.execute(MISSING, { of, ...variables });
  expect(errors).toBeUndefined();
  return data.whoIsMissing;
};

it("tells whom the charter asks for and for whom too few sit, as far as one may see", async () => {
  const { atLeast: wanted, ...asked } = migrants;
  expect(await missing(group.id)).toEqual({
    group: { id: group.id },
    needCount: 3,
    missing: [{ ...asked, wanted, found: 1 }],
  });
  const viewer = buildViewer({ organisations: [{ id: hidden.id, role: "OWNER" }] });
  expect(await missing(group.id, { viewer })).toMatchObject({ missing: [] });
});

it("holds a meeting that was held against who was there, for those who may see it", async () => {
  expect(await missing(held.id, { viewer: member })).toMatchObject({
    missing: [{ label: "Migrants", found: 0 }],
  });
  expect(await missing(held.id)).toBeNull();
});

it("answers by the seats of another day", async () => {
  const found = async (asOf: string) => (await missing(group.id, { asOf })).missing[0].found;
  expect([await found("2025-05-31"), await found("2025-06-01")]).toEqual([0, 1]);
  const { errors } = await harness.execute(MISSING, { of: group.id, asOf: "yesterday" });
  expect(errors).toHaveLength(1);
});

it("holds a day of the past, and a meeting of then, against the charter that stood", async () => {
  const charters = [
    { since: "2025-03-01T12:00:00.000Z", needs: [kenyan] },
    { since: "2026-02-01T12:00:00.000Z", needs: [kenyan, migrants] },
  ];
  const revised = buildWorkingGroup({ needs: [kenyan, migrants], charters });
  const past = buildMeeting({ ...held.payload, group: revised.id, attended: [migrant.id] });
  await tellAll(harness, revised, past);
  const counts = async (asOf?: string) => {
    const { needCount, missing: lacking } = await missing(revised.id, { asOf });
    return [needCount, lacking.length];
  };
  expect(await counts("2025-02-28")).toEqual([0, 0]);
  expect(await counts("2025-03-01")).toEqual([1, 1]);
  expect(await counts("2026-01-31")).toEqual([1, 1]);
  expect(await counts("2026-02-01")).toEqual([2, 2]);
  expect(await counts()).toEqual([2, 2]);
  const viewer = buildViewer({ groups: [{ id: revised.id, role: "MEMBER" }] });
  expect(await missing(past.id, { viewer })).toMatchObject({
    needCount: 1,
    missing: [{ label: "East Africa", found: 0 }],
  });
});

it("holds a meeting to come against who sits in its group", async () => {
  expect(await missing(coming.id)).toEqual(await missing(group.id));
});

it("is null for what is hidden, and refuses what has no charter", async () => {
  expect(await missing(closed.id)).toBeNull();
  expect(await missing("grp_01h455vb4pex5vsknk084sn02q")).toBeNull();
  expect(await missing("nonsense")).toBeNull();
  const { errors } = await harness.execute(MISSING, { of: union.id });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "of" });
});
