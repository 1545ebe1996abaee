import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { secretariatOf, viewerOf } from "../../test/factories.ts";
import { isSymmetric, nameFrom, orderedEnds, otherEnd } from "./relationship-type.policy.ts";
import { RelationshipStatus, RelationshipType } from "./relationship.enum.ts";
import { canConfirm, canEnd, canSeeTie, canSpeakForBoth } from "./relationship.policy.ts";

const [source, target] = [{ id: "org_s" }, { id: "org_t" }];
const tie = (status: RelationshipStatus) => ({
  status,
  isTakenDown: false,
  sourceId: source.id,
  targetId: target.id,
  proposerId: status === RelationshipStatus.PROPOSED ? source.id : null,
});
const { PROPOSED, CONFIRMED, ENDED } = RelationshipStatus;

it("shows what is proposed to the people of both sides only", () => {
  const viewers = [viewerOf([source], "DELEGATE"), viewerOf([target], "OWNER"), admin];
  expect(viewers.map((viewer) => canSeeTie(viewer, tie(PROPOSED)))).toEqual([true, true, true]);
  expect(canSeeTie(buildViewer(), tie(PROPOSED))).toBe(false);
  expect(canSeeTie(null, tie(CONFIRMED))).toBe(true);
});

it("lets the other side confirm what is proposed, and nobody what is not", () => {
  expect(canConfirm(viewerOf([target]), tie(PROPOSED))).toBe(true);
  expect(canConfirm(admin, tie(PROPOSED))).toBe(true);
  expect(canConfirm(viewerOf([source]), tie(PROPOSED))).toBe(false);
  expect(canConfirm(viewerOf([target], "DELEGATE"), tie(PROPOSED))).toBe(false);
  expect(canConfirm(admin, tie(CONFIRMED))).toBe(false);
});

it("lets either side end what has not ended", () => {
  for (const viewer of [viewerOf([source]), viewerOf([target]), admin]) {
    expect([PROPOSED, CONFIRMED, ENDED].map((status) => canEnd(viewer, tie(status)))).toEqual([
      true,
      true,
      false,
    ]);
  }
  expect(canEnd(viewerOf([{ id: "org_x" }], "OWNER"), tie(CONFIRMED))).toBe(false);
});

it("takes a secretariat for both sides only where both stand in its network", () => {
  const standing = (id: string, networks: string[]) => ({ id, networks });
  const viewer = secretariatOf({ id: "net_1" });
  const inside = standing("org_s", ["net_1"]);
  expect(canSpeakForBoth(viewer, [inside, standing("org_t", ["net_2", "net_1"])])).toBe(true);
  expect(canSpeakForBoth(viewer, [inside, standing("org_t", ["net_2"])])).toBe(false);
  expect(canSpeakForBoth(viewerOf([source, target]), [inside, standing("org_t", [])])).toBe(true);
});

it("keeps the ends of a symmetric type in one order, and reads every type from both", () => {
  const anyType = fc.constantFrom(...Object.values(RelationshipType));
  fc.assert(
    fc.property(
      anyType,
      fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }),
      (type, ids) => {
        const [one = "", other = ""] = ids;
        const ends = orderedEnds(type, { sourceId: one, targetId: other });
        const turned = orderedEnds(type, { sourceId: other, targetId: one });
        if (isSymmetric(type)) expect(turned).toEqual(ends);
        else expect(turned).toEqual({ sourceId: ends.targetId, targetId: ends.sourceId });
        expect(otherEnd(ends, otherEnd(ends, one) ?? "")).toBe(one);
        expect(nameFrom({ type, ...ends }, one) === nameFrom({ type, ...ends }, other)).toBe(
          isSymmetric(type),
        );
      },
    ),
  );
});
