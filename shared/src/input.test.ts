import {
  dateOrder,
  distinct,
  numbersUpTo,
  optionalText,
  requiredText,
  webAddress,
} from "./input.ts";

const refusal = (field: string) =>
  expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", field } }) as Error;

function expectRefused(work: () => unknown, field: string): void {
  expect(work).toThrow(refusal(field));
}

describe("text", () => {
  it("is trimmed, and null when nothing is left", () => {
    expect(requiredText("title", "  A title ")).toBe("A title");
    expect(optionalText("title", "\n ")).toBeNull();
    expect(optionalText("title", undefined)).toBeNull();
    expect(optionalText("title", null)).toBeNull();
  });

  it("is refused when it is blank though needed, too long, or holds what cannot be kept", () => {
    expectRefused(() => requiredText("title", " "), "title");
    expectRefused(() => requiredText("title", "12345", 4), "title");
    expect(requiredText("title", " 1234 ", 4)).toBe("1234");
    expectRefused(() => optionalText("title", "a\0b"), "title");
    expectRefused(() => optionalText("title", "a\ud83db"), "title");
    expect(optionalText("title", "a\ud83d\ude00b")).toBe("a\u{1f600}b");
  });
});

describe("lists", () => {
  it("hold each value once, in the order given", () => {
    expect(distinct("tags", ["b", "a", "b"])).toEqual(["b", "a"]);
    expectRefused(() => distinct("tags", ["a", "b", "c"], 2), "tags");
    expect(distinct("tags", ["a", "b", "a"], 2)).toEqual(["a", "b"]);
  });

  it("of numbers are sorted and within bounds", () => {
    expect(numbersUpTo("objectives", [23, 2, 10, 2], 23)).toEqual([2, 10, 23]);
    for (const wrong of [0, 24, 1.5, NaN]) {
      expectRefused(() => numbersUpTo("objectives", [1, wrong], 23), "objectives");
    }
  });
});

it("an end may be open and may not come before the start", () => {
  for (const [start, end] of [
    ["2024-01-31", "2024-01-31"],
    ["2024-01-31", null],
    [null, "2024-01-31"],
  ] as const) {
    expect(() => {
      dateOrder("endDate", start, end);
    }).not.toThrow();
  }
  expectRefused(() => {
    dateOrder("endDate", "2024-02-01", "2024-01-31");
  }, "endDate");
});

describe("a web address", () => {
  it("is absolute, by http or https", () => {
    expect(webAddress("website", " https://example.org/é ")).toBe("https://example.org/é");
    expect(webAddress("website", "")).toBeNull();
  });

  it.each(["example.org", "/path", "javascript:alert(1)", "ftp://example.org", "https://"])(
    "is not %s",
    (value) => {
      expectRefused(() => webAddress("website", value), "website");
    },
  );
});
