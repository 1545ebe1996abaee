import { accept } from "./cell.ts";
import { readList } from "./cell-list.ts";
import { readText } from "./cell-text.ts";
import { mapColumns } from "./column-mapping.ts";
import { columnSpecs } from "./column-spec.ts";
import { parseHxlTag } from "./hxl-tag.ts";
import type { TableColumn } from "./table.ts";

const text = readText(100);
const SPECS = columnSpecs({
  id: { hxl: ["#org+id-source-target"], titles: ["org id", "id"], read: text },
  name: {
    hxl: ["#org+name+impl", "#org+name-list"],
    titles: ["name", "organisation", "organización implementadora"],
    required: true,
    read: text,
  },
  country: {
    hxl: ["#country+code", "#adm0"],
    titles: ["country", "país"],
    required: true,
    read: text,
  },
  sectors: { hxl: ["#sector"], titles: ["sector"], repeated: true, read: readList(text) },
});

/** `Title` or `Title #tag`; a repeated title is numbered as `openTable` does. */
function columnsOf(...headers: string[]): TableColumn[] {
  return headers.map((header, position) => {
    const [, title = "", tag = ""] = /^([^#]*?) ?(#.*)?$/.exec(header) ?? [];
    const copies = headers.slice(0, position).filter((one) => one.split(" #")[0] === title).length;
    const name = title === "" ? `column ${position + 1}` : title;
    return {
      position,
      name: copies > 0 ? `${name} (${copies + 1})` : name,
      title,
      tag: parseHxlTag(tag),
    };
  });
}

function positions(headers: string[], told: string[] = []) {
  const { columns, unused } = mapColumns(columnsOf(...headers), SPECS, told);
  const found = Object.entries(columns).map(([field, list]) => [
    field,
    list.map((one) => one.position),
  ]);
  return { ...(Object.fromEntries(found) as Record<string, number[]>), unused: unused.length };
}

function problemOf(headers: string[], told: string[] = []): unknown {
  try {
    return mapColumns(columnsOf(...headers), SPECS, told);
  } catch (error) {
    return error;
  }
}

describe("mapColumns", () => {
  it("finds columns by hashtag, whatever their titles", () => {
    expect(positions(["A #org +name", "B #adm0+code", "C #org+id", "D"])).toEqual({
      id: [2],
      name: [0],
      country: [1],
      sectors: [],
      unused: 1,
    });
  });

  it("prefers the first pattern that any column matches", () => {
    expect(
      positions(["A #org+name", "B #org+impl+name", "C #adm0", "D #country+code"]),
    ).toMatchObject({
      name: [1],
      country: [3],
    });
  });

  it("finds columns by title without case, accents and punctuation, best title first", () => {
    const headers = ["Organisation", "ORGANIZACION  implementadora", "PAIS:", "Org_ID"];
    expect(positions(headers)).toMatchObject({ name: [0], country: [2], id: [3] });
    expect(positions([...headers, "name"])).toMatchObject({ name: [4] });
  });

  it("falls back on titles where a file tags only some columns", () => {
    expect(positions(["Nombre #org+name", "País", "Sector"])).toMatchObject({
      name: [0],
      country: [1],
      sectors: [2],
    });
  });

  it("does not take a column by title that a hashtag gives to another field", () => {
    expect(problemOf(["name #country+code", "Who"])).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "name" },
    });
  });

  it("joins repeated columns only for a field that may be repeated", () => {
    const headers = ["n #org+name", "c #country+code", "s #sector", "t #sector", "u #sector+en"];
    expect(positions(headers)).toMatchObject({ sectors: [2, 3, 4] });
    expect(problemOf(["n #org+name", "m #org+name", "c #country+code"])).toMatchObject({
      extensions: { field: "name" },
      message: expect.stringContaining('both "n" (#org+name) and "m" (#org+name) fit') as string,
    });
  });
});

describe("column=field", () => {
  it("goes before hashtags and titles", () => {
    const headers = ["name #org+name", "Acronym", "Country"];
    expect(positions(headers, ["Acronym=name"])).toMatchObject({ name: [1], unused: 1 });
  });

  it("names a column by name, by title without case and accents, or by hashtag", () => {
    const headers = ["name", "name", "Total = sum", "Nación", "X #country +code"];
    const found = positions(headers, [
      "name (2) = name",
      "Total = sum=sectors",
      "nacion=id",
      "#country+code=country",
    ]);
    expect(found).toMatchObject({ name: [1], sectors: [2], id: [3], country: [4] });
  });

  it("tells two columns of the same title apart", () => {
    expect(problemOf(["NAME", "name", "Country"], ["Name=name"])).toMatchObject({
      message: expect.stringContaining('several columns go by that name: "NAME", "name"') as string,
    });
    expect(positions(["NAME", "name", "Country"], ["name=name"])).toMatchObject({ name: [1] });
  });

  it("may give a field that can be repeated several columns, and another field none", () => {
    const headers = ["name", "country", "a", "b"];
    expect(positions(headers, ["a=sectors", "b=sectors"])).toMatchObject({ sectors: [2, 3] });
    expect(problemOf(headers, ["a=name", "b=name"])).toMatchObject({
      extensions: { field: "name" },
    });
  });
});

it("lists all problems at once, and what the file has", () => {
  const error = problemOf(
    ["Nom #org+name", "Nom", "Land"],
    ["Nowhere=country", "Land=nation", "nonsense", "=name"],
  );
  expect(error).toMatchObject({
    message: [
      "The columns do not fit:",
      '- "Nowhere=country": the file has no column "Nowhere"',
      '- "Land=nation": no field nation (there are id, name, country, sectors)',
      '- "nonsense" is not column=field',
      '- "=name" is not column=field',
      "- country: no column for it (known as #country+code, #adm0, country, país)",
      'The file has: "Nom" (#org+name), "Nom (2)", "Land"',
    ].join("\n"),
    extensions: { code: "BAD_USER_INPUT", field: "country" },
  });
  expect(error).toHaveProperty("extensions.problems.length", 5);
});

it("throws a plain error for a spec with a malformed pattern", () => {
  const broken = columnSpecs({ name: { hxl: ["org+name"], titles: [], read: accept } });
  expect(() => mapColumns(columnsOf("name"), broken)).toThrow(TypeError);
});
