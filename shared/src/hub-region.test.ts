import { CountryCodeScalar } from "./scalars.ts";
import { countriesOfRegions, HUB_REGIONS } from "./hub-region.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

it("has each country once, but for Antarctica", () => {
  const isCountry = (code: string): boolean => {
    try {
      return CountryCodeScalar.parseValue(code) === code;
    } catch {
      return false;
    }
  };
  const all = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter(isCountry);
  const listed = HUB_REGIONS.flatMap(({ countries }) => [...countries]);
  expect(listed.toSorted()).toEqual(all.filter((code) => code !== "AQ"));
});

it("knows the countries of regions by their ids, and refuses what is none", () => {
  expect(countriesOfRegions("regions", ["oceania", "oceania"])).toContain("WS");
  expect(countriesOfRegions("regions", [])).toEqual([]);
  expect(() => countriesOfRegions("needs.0.regions", ["atlantis"])).toThrow(
    expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", field: "needs.0.regions" } }),
  );
});
