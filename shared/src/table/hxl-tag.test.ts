import fc from "fast-check";
import { formatHxlTag, matchesHxl, parseHxlPattern, parseHxlTag } from "./hxl-tag.ts";

const tagOf = (text: string) => {
  const tag = parseHxlTag(text);
  if (!tag) throw new Error(`${text} is no tag`);
  return tag;
};
const matches = (pattern: string, tag: string) => matchesHxl(parseHxlPattern(pattern), tagOf(tag));

describe("parseHxlTag", () => {
  it("reads a hashtag with its attributes", () => {
    expect(parseHxlTag("#org+name+fr")).toEqual({ hashtag: "#org", attributes: ["fr", "name"] });
    expect(parseHxlTag("#x_toxicity")).toEqual({ hashtag: "#x_toxicity", attributes: [] });
  });

  it("sees neither case nor white space before attributes", () => {
    expect(parseHxlTag(" #ADM1 \t+PCode ")).toEqual(parseHxlTag("#adm1+pcode"));
    expect(parseHxlTag("#org +name\n+en")).toEqual(parseHxlTag("#org+en+name"));
  });

  it.each([
    "",
    "org",
    "#",
    "#1",
    "# org",
    "#org+",
    "#org name",
    "#org-name",
    "#org+1a",
    "#orgé",
    "#*",
  ])("refuses %j", (cell) => {
    expect(parseHxlTag(cell)).toBeNull();
  });

  it("reads back every tag that it prints, whatever the order, case and space", () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
    const space = fc.constantFrom("", " ", "  ");
    fc.assert(
      fc.property(token, fc.uniqueArray(token), space, (name, attributes, gap) => {
        const written = [`#${name.toUpperCase()}`, ...attributes].join(`${gap}+`);
        const tag = tagOf(written);
        expect(tag).toEqual({ hashtag: `#${name}`, attributes: [...attributes].sort() });
        expect(parseHxlTag(formatHxlTag(tag))).toEqual(tag);
        expect(matches(`${formatHxlTag(tag)}!`, written)).toBe(true);
      }),
    );
  });
});

describe("matchesHxl", () => {
  it("needs the hashtag and every attribute with a plus, in any order", () => {
    expect(matches("#org+name", "#org +fr +name")).toBe(true);
    expect(matches("#org+name+fr", "#org +fr +name")).toBe(true);
    expect(matches("#org+name", "#org")).toBe(false);
    expect(matches("#org", "#adm1")).toBe(false);
    expect(matches("#org", "#organisation")).toBe(false);
  });

  it("refuses every attribute with a minus", () => {
    expect(matches("#org+id-source", "#org+id")).toBe(true);
    expect(matches("#org+id-source", "#org+id+source")).toBe(false);
    expect(matches("#org -id -type", "#org+name")).toBe(true);
  });

  it("takes any hashtag for a star", () => {
    expect(matches("#*+code", "#adm1+code")).toBe(true);
    expect(matches("#*+code-adm", "#adm1+name")).toBe(false);
  });

  it("refuses attributes that an absolute pattern does not list", () => {
    expect(matches("#affected +f +children!", "#affected+children+f")).toBe(true);
    expect(matches("#affected +f +children !", "#affected+children+f+refugees")).toBe(false);
    expect(matches("#org!", "#org+name")).toBe(false);
  });

  it("treats a malformed pattern as a programmer's error", () => {
    expect(() => parseHxlPattern("org")).toThrow(/not an HXL tag pattern/);
    expect(() => parseHxlPattern("#org+")).toThrow(TypeError);
    expect(() => parseHxlPattern("#org-list!")).toThrow(/absolute/);
  });
});
