import { isAllowed } from "./licences.ts";

it.each([
  ["MIT", "anything", true],
  ["GPL-3.0-only", "anything", false],
  ["AGPL-3.0-or-later", "anything", false],
  [null, "anything", false],
  ["Elastic-2.0", "@apollo/composition", true],
  ["Elastic-2.0", "anything", false],
])("of the licence %p, allows the package %s: %p", (licence, name, allowed) => {
  expect(isAllowed({ name, version: "1.0.0", licence })).toBe(allowed);
});
