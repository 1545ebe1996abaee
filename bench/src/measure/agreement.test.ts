import { Disagreement, requireAgreement } from "./agreement.ts";

const answers = (...data: unknown[]) =>
  data.map((one, place) => ({ contender: `contender ${place}`, data: one }));
const compared = (...data: unknown[]) => {
  requireAgreement("The question", answers(...data));
};

it("takes answers that are the same, however many", () => {
  compared({ a: [1, { b: null }] }, { a: [1, { b: null }] }, { a: [1, { b: null }] });
  compared({ a: 1 });
  compared();
});

it.each([
  ["another value", { a: 1 }, { a: 2 }],
  ["a null for what is left out", { a: 1, b: null }, { a: 1 }],
  ["another order of a list", { a: [1, 2] }, { a: [2, 1] }],
  ["another order of keys", { a: 1, b: 2 }, { b: 2, a: 1 }],
])("refuses %s", (_name, one, other) => {
  expect(() => {
    compared(one, one, other);
  }).toThrow(Disagreement);
});

it("shows who answers what", () => {
  expect(() => {
    compared({ name: "Refuge" }, { name: "Harbour" });
  }).toThrow(
    /The question is answered otherwise:[^]*contender 0[^]*contender 1[^]*- +"name": "Refuge"[^]*\+ +"name": "Harbour"/,
  );
});
