import fc from "fast-check";
import { PartnerReasonKind } from "./partner.enum.ts";
import { reasonsOf, type WeighedTerm } from "./partner-score.policy.ts";

const { SHARED_OBJECTIVE, SHARED_SECTOR, SHARED_AREA } = PartnerReasonKind;

const term = (kind: PartnerReasonKind, value: string, points: number): WeighedTerm => ({
  kind,
  value,
  label: null,
  held: 1,
  points,
});

const TERMS = [
  term(SHARED_OBJECTIVE, "7", 500),
  term(SHARED_OBJECTIVE, "13", 500),
  term(SHARED_SECTOR, "health", 300),
  term(SHARED_SECTOR, "legal-aid", 300),
  term(SHARED_SECTOR, "care", 400),
  term(SHARED_AREA, "GB-SCT", 1_000),
];

it("tells reasons and values of equal weight in one order, however they were found", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(TERMS, { minLength: TERMS.length }),
      fc.shuffledSubarray(TERMS, { minLength: TERMS.length }),
      (found, terms) => {
        const told = reasonsOf(found, terms).map(({ kind, values }) => [kind, values]);
        expect(told).toEqual([
          [SHARED_OBJECTIVE, ["7", "13"]],
          [SHARED_SECTOR, ["care", "health", "legal-aid"]],
          [SHARED_AREA, ["GB-SCT"]],
        ]);
      },
    ),
  );
});
