import { detectDelimiter } from "./csv-delimiter.ts";
import { findHeader } from "./header-row.ts";

const rows = (text: string) => text.split("\n").map((line) => line.split(","));
const blankLines = (count: number) => Array.from({ length: count }, () => [""]);

describe("findHeader", () => {
  it("finds the hashtag row and the titles above it", () => {
    const found = findHeader(
      rows("Report\nGroup,,\nName,Country,Note\n#org +name,#country,\nA,KE,"),
    );
    expect(found).toEqual({ header: 2, hashtags: 3, tagCount: 2 });
  });

  it("skips blank rows between titles and hashtags", () => {
    expect(findHeader(rows("Name,Country\n,\n#org,#country"))).toMatchObject({
      header: 0,
      hashtags: 2,
    });
  });

  it("needs no titles above the hashtags", () => {
    expect(findHeader(rows("#org,#country\nA,KE"))).toMatchObject({ header: null, hashtags: 0 });
  });

  it("looks for hashtags in the first 25 rows, no further", () => {
    const tags = ["#org", "#country"];
    expect(findHeader([...blankLines(24), tags])?.hashtags).toBe(24);
    expect(findHeader([["Name", "Country"], ...blankLines(24), tags])?.hashtags).toBeNull();
  });

  it("takes a row for hashtags when half of its filled cells are", () => {
    expect(findHeader(rows("a,b\n#org,oops\n1,2"))?.hashtags).toBe(1);
    expect(findHeader(rows("a,b,c\n#org,oops,again\n1,2,3"))?.hashtags).toBeNull();
  });

  it("passes over titles and dates of issue above a header without hashtags", () => {
    const found = findHeader(
      rows(
        "Who does what,,\nUpdated:,2021,,,\n\nName,Country,Sector,Place,Start\nA,B,C,D,E\nA,B,,D,E",
      ),
    );
    expect(found).toEqual({ header: 3, hashtags: null, tagCount: 0 });
  });

  it("takes the first row of a table of one column, and none of a blank one", () => {
    expect(findHeader(rows("\nName\nA\nB"))?.header).toBe(1);
    expect(findHeader(rows("\n,,\n "))).toBeNull();
    expect(findHeader([])).toBeNull();
  });
});

describe("detectDelimiter", () => {
  it.each([
    ["a comma", "name,country\nA;B,KE\n", ","],
    ["a semicolon", "name;country;note\nA;KE;one, two, three\n", ";"],
    ["a tab", "name\tcountry\nA, B\tKE; UG\n", "\t"],
    ["decimal commas", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ";"],
    ["quoted cells", 'name,country\n"A;B;C;D","KE;UG"\n"E;F;G;H","KE;UG"\n', ","],
    ["a title full of commas", "Who, what, where\nname;country;sector\nA;KE;health\n", ";"],
    ["hashtags against better looking rows", "a;b,c;d\n#org,#country\nA;B;C,1\n", ","],
    ["accents in the header", "ORGANIZACIÓN;PAÍS\nÑandú;HN\n", ";"],
    ["Excel's own directive", "sep=;\nname,x;country\n", ";"],
    ["one column", "name\nA; B\nC; D\n", ","],
    ["one column of unquoted commas", "name\nA, B\nC, D, E\n", ";"],
    ["nothing at all", "", ","],
  ])("tells it from the first rows: %s", (_, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it("does not stumble over a quote that never closes under the wrong delimiter", () => {
    expect(detectDelimiter('name;size\n5";"A, ""B"", C"\nA;"5\n')).toBe(";");
  });
});
