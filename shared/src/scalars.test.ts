import { type GraphQLScalarType, Kind, type StringValueNode } from "graphql";
import {
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  LanguageTagScalar,
  LocalDateTimeScalar,
  TimeZoneScalar,
} from "./scalars.ts";

interface Sample {
  readonly scalar: GraphQLScalarType;
  readonly good: readonly string[];
  readonly bad: readonly unknown[];
}

const samples: readonly Sample[] = [
  {
    scalar: DateTimeScalar,
    good: ["2027-01-14T14:00:00.000Z"],
    bad: ["2027-01-14", "2027-02-30T14:00:00Z", "14:00", "tomorrow", true],
  },
  {
    scalar: DateScalar,
    good: ["2024-02-29"],
    bad: ["2023-02-29", "14/01/2027", "2027-1-4", "0000-01-01", 5],
  },
  {
    scalar: LocalDateTimeScalar,
    good: ["2027-01-14T14:00:00"],
    bad: ["2027-01-14T14:00:00Z", "2027-01-14T14:00:00+02:00", "2027-01-14", 5],
  },
  { scalar: TimeZoneScalar, good: ["Europe/London", "Asia/Manila"], bad: ["GMT+25", "Mars/Base"] },
  { scalar: CountryCodeScalar, good: ["GB", "KE"], bad: ["GBR", "XX1", "Kenya", ""] },
  { scalar: LanguageTagScalar, good: ["ar", "pt-BR", "zh-Hant"], bad: ["", "e", "en_GB!", 5] },
];

describe.each(samples)("$scalar.name", ({ scalar, good, bad }) => {
  it("reads what it writes", () => {
    for (const text of good) {
      expect(JSON.stringify(scalar.serialize(scalar.parseValue(text)))).toBe(JSON.stringify(text));
    }
  });

  it("refuses what is none", () => {
    for (const value of bad) expect(() => scalar.parseValue(value)).toThrow();
  });

  it("says what it is, and carries no extension of the library", () => {
    expect(scalar.description).toMatch(/`/);
    expect(scalar.extensions).toEqual({});
  });
});

it("writes countries in capitals, however they come", () => {
  const literal: StringValueNode = { kind: Kind.STRING, value: "gb" };
  expect(CountryCodeScalar.parseValue("gb")).toBe("GB");
  expect(CountryCodeScalar.parseLiteral(literal)).toBe("GB");
});
