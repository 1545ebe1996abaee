import fc from "fast-check";
import { isNothing } from "./cell.ts";
import { readBoolean, readChoice } from "./cell-choice.ts";
import { readCountry } from "./cell-country.ts";
import { readDate } from "./cell-date.ts";
import { readList } from "./cell-list.ts";
import { readInteger } from "./cell-number.ts";
import { readParagraphs, readText } from "./cell-text.ts";

const accepted = (value: unknown) => ({ ok: true, value });
const refused = (reason: RegExp) => ({
  ok: false,
  reason: expect.stringMatching(reason) as string,
});

describe("isNothing", () => {
  it.each([
    "",
    " \u00a0\n",
    "N/A",
    "#N/A",
    "n/a ",
    "No partner",
    "NO  PARTNER",
    "TBD",
    "-",
    "--",
    "—",
  ])("takes %j for nothing", (text) => {
    expect(isNothing(text)).toBe(true);
  });

  it.each(["Sin dato", "SIN DATOS", "Néant", "neant", "...", "?", "#REF!", "#DIV/0!"])(
    "takes %j for nothing",
    (text) => {
      expect(isNothing(text)).toBe(true);
    },
  );

  it.each(["NA", "0", "No", "Nonesuch", "Partner", "A-B", "TBD Foundation"])("keeps %j", (text) => {
    expect(isNothing(text)).toBe(false);
  });

  it("takes further words from the caller, without case and accents", () => {
    expect(isNothing("Otra Entidad", ["otra entidad"])).toBe(true);
    expect(isNothing("NA", ["n.a.", "na"])).toBe(true);
  });
});

describe("readText", () => {
  it("collapses white space, composes letters and drops what nobody sees", () => {
    expect(readText(50)(" Cafe\u0301 \u00a0 de\n\tla\u200b  Paix\u0007 ")).toEqual(
      accepted("Café de la Paix"),
    );
  });

  it("refuses what is too long or invisible", () => {
    expect(readText(3)("abcd")).toEqual(refused(/longer than 3 characters/));
    expect(readText(3)("abc")).toEqual(accepted("abc"));
    expect(readText(3)("\u200b\u0001")).toEqual(refused(/no visible character/));
  });

  it("keeps paragraphs where they are wanted", () => {
    expect(readParagraphs(50)(" one  two \n\n\n\n three\n four ")).toEqual(
      accepted("one two\n\nthree\nfour"),
    );
  });
});

describe("readChoice and readBoolean", () => {
  const readState = readChoice({ ACTIVE: ["en ejecución", "ongoing"], CLOSED: ["finalizada"] });

  it("knows each value by its words and its own name", () => {
    expect(readState("En  Ejecucion")).toEqual(accepted("ACTIVE"));
    expect(readState("closed")).toEqual(accepted("CLOSED"));
    expect(readState("planned")).toEqual(refused(/none of ACTIVE, CLOSED/));
  });

  it("does not share words between values by mistake", () => {
    expect(() => readChoice({ A: ["x"], B: ["X"] })).toThrow('"X" means both A and B');
  });

  it.each(["Yes", "true", "1", "OUI", "sí", "Si", "да", "نعم", "是"])("reads %j as yes", (text) => {
    expect(readBoolean(text)).toEqual(accepted(true));
  });

  it.each(["no", "False", "0", "non", "нет", "لا", "否"])("reads %j as no", (text) => {
    expect(readBoolean(text)).toEqual(accepted(false));
  });

  it("does not guess", () => {
    expect(readBoolean("maybe")).toEqual(refused(/neither yes nor no/));
  });
});

describe("readInteger", () => {
  const read = readInteger(0, 1_000_000);

  it.each([
    ["663", 663],
    [" 12 500 ", 12_500],
    ["12\u202f500", 12_500],
    ["663.0", 663],
    ["663,00", 663],
    ["+7", 7],
    ["-0", 0],
  ])("reads %j", (text, value) => {
    expect(read(text)).toEqual(accepted(value));
  });

  it.each([
    ["1,234", /grouping mark that countries read differently/],
    ["1.234.567", /grouping mark/],
    ["1.5", /not a whole number/],
    ["12 personas", /number with a unit/],
    ["$ 500", /number with a unit/],
    ["500 USD", /number with a unit/],
    ["approx. 40", /number with a unit/],
    ["15%", /number with a unit/],
    ["many", /not a number/],
    ["10-20", /not a number/],
    ["-1", /not between 0 and 1000000/],
    ["1000001", /not between/],
    ["1e3", /not a number/],
  ])("refuses %j", (text, reason) => {
    expect(read(text)).toEqual(refused(reason));
  });

  it("is not kept busy by a long cell", () => {
    expect(read(`1${". ".repeat(49_000)}1`)).toEqual(refused(/not a number/));
  });

  it("reads negative numbers, also with a real minus sign, where they may be", () => {
    expect(readInteger(-5, 5)("−3")).toEqual(accepted(-3));
  });
});

describe("readDate", () => {
  it.each([
    ["2021-07-01", "2021-07-01"],
    ["2021-7-1", "2021-07-01"],
    ["2021-07-01T23:30:00-05:00", "2021-07-01"],
    ["2021-07-01 00:00:00", "2021-07-01"],
    ["2021-07-01T10:00:00.000Z", "2021-07-01"],
    ["01/07/2021", "2021-07-01"],
    ["1/7/2021", "2021-07-01"],
    ["31.12.2021", "2021-12-31"],
    ["31-12-2021 08:15", "2021-12-31"],
    ["29/02/2024", "2024-02-29"],
    [" 01/07/1951 ", "1951-07-01"],
  ])("reads %j, the day before the month", (text, value) => {
    expect(readDate(text)).toEqual(accepted(value));
  });

  it.each([
    ["07/21/2021", /impossible month \(the day comes first/],
    ["2021-13-01", /impossible month/],
    ["31/02/2021", /no calendar has/],
    ["29/02/2023", /no calendar has/],
    ["0/1/2021", /no calendar has/],
    ["01/07/21", /two-digit year/],
    ["0021-07-01", /impossible year/],
    ["44378", /a number, not a date/],
    ["01/07-2021", /not a date \(write/],
    ["July 2021", /not a date \(write/],
    ["2021-07", /not a date/],
  ])("refuses %j", (text, reason) => {
    expect(readDate(text)).toEqual(refused(reason));
  });

  it("reads every date in either form alike", () => {
    const dates = fc.date({
      min: new Date("1000-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = "", month = "", day = ""] = iso.split("-");
        expect(readDate(iso)).toEqual(accepted(iso));
        expect(readDate(date.toISOString())).toEqual(accepted(iso));
        expect(readDate(`${day}/${month}/${year}`)).toEqual(accepted(iso));
        expect(readDate(`${Number(day)}/${Number(month)}/${year}`)).toEqual(accepted(iso));
      }),
    );
  });
});

describe("readList", () => {
  it("splits at semicolons, bars and line breaks, not at commas", () => {
    expect(readList(readText(50))("Water, hygiene; Health|Shelter\nFood;")).toEqual(
      accepted(["Water, hygiene", "Health", "Shelter", "Food"]),
    );
  });

  it("splits at what its column says", () => {
    expect(readList(readText(50), ["/"])("ECHO/WFP; UNICEF")).toEqual(
      accepted(["ECHO", "WFP; UNICEF"]),
    );
  });

  it("leaves out placeholders and repetitions", () => {
    expect(readList(readCountry)("Kenya; KEN; -; TBD; ke; UG")).toEqual(accepted(["KE", "UG"]));
  });

  it("refuses the whole for one bad value", () => {
    expect(readList(readCountry)("Kenya; Atlantis")).toEqual(
      refused(/^holds a value that is not a country/),
    );
  });
});

describe("readCountry", () => {
  it.each([
    ["hn", "HN"],
    ["HND", "HN"],
    ["Honduras", "HN"],
    ["NA", "NA"],
    ["Côte d’Ivoire", "CI"],
    ["Cote d`Ivoire", "CI"],
    ["República Dominicana", "DO"],
    ["Libye", "LY"],
    ["RDC", "CD"],
    ["Democratic Republic of the Congo", "CD"],
    ["Iran (Islamic Republic of)", "IR"],
    ["Bolivia (Plurinational State of)", "BO"],
    ["U.K.", "GB"],
    ["The Gambia", "GM"],
    ["Bosnia & Herzegovina", "BA"],
    ["ليبيا", "LY"],
    ["Колумбия", "CO"],
    ["中国", "CN"],
  ])("reads %s as %s", (text, code) => {
    expect(readCountry(text)).toEqual(accepted(code));
  });

  it.each([
    ["Congo", /may be any of CG, CD: write the code/],
    ["Korea", /may be any of KP, KR/],
    ["XX", /not a country/],
    ["Atlantis", /not a country/],
    ["Kenya, Uganda", /not a country/],
    ["__proto__", /not a country/],
  ])("refuses %s", (text, reason) => {
    expect(readCountry(text)).toEqual(refused(reason));
  });
});
