import { Readable } from "node:stream";
import fc from "fast-check";
import { DecodedText } from "./decoded-text.ts";

async function decode(chunks: readonly (Uint8Array | string)[]) {
  const decoded = new DecodedText(Readable.from(chunks));
  let text = "";
  for await (const piece of decoded) text += piece;
  return { text, encoding: decoded.encoding, bytesRead: decoded.bytesRead };
}

const bigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();
/** What Excel writes: 0x80 is the euro sign, 0x92 a curly apostrophe. */
const western = Buffer.from([...Buffer.from("Soci\xe9t\xe9 d\x92Aide; 5 \x80\r\n", "latin1")]);

describe("the encoding", () => {
  const sample = "nom;pays\r\nŒuvre d’été;Côte d'Ivoire\r\nالهلال;ليبيا\r\n";

  it.each([
    ["UTF-8", Buffer.from(sample), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${sample}`), "utf-8"],
    ["UTF-16 LE with a mark", Buffer.from(`\ufeff${sample}`, "utf16le"), "utf-16le"],
    ["UTF-16 BE with a mark", bigEndian(`\ufeff${sample}`), "utf-16be"],
    ["UTF-16 LE without a mark", Buffer.from(sample, "utf16le"), "utf-16le"],
    ["UTF-16 BE without a mark", bigEndian(sample), "utf-16be"],
  ])("is recognised: %s", async (_, bytes, encoding) => {
    const decoded = await decode([bytes]);
    expect(decoded).toMatchObject({ text: sample.replaceAll("\r\n", "\n"), encoding });
    expect(decoded.bytesRead).toBe(bytes.length);
  });

  it("is recognised: Windows-1252, also after 64 kB of plain ASCII", async () => {
    expect(await decode([western])).toMatchObject({
      text: "Société d’Aide; 5 €\n",
      encoding: "windows-1252",
    });
    const ascii = Buffer.from("plain;text\n".repeat(20_000));
    const { text, encoding } = await decode([ascii, western]);
    expect(encoding).toBe("windows-1252");
    expect(text.endsWith("plain;text\nSociété d’Aide; 5 €\n")).toBe(true);
  });

  it("is refused where it is neither, rather than read as gibberish", async () => {
    const cyrillic = Buffer.from("\xca\xf0\xe0\xf1\xed\xfb\xe9 \xca\xf0\xe5\xf1\xf2\n", "latin1");
    await expect(decode([cyrillic])).rejects.toMatchObject({
      message: expect.stringMatching(
        /encoding .* is not recognised: save the file as CSV \(UTF-8\)/,
      ) as string,
      extensions: { code: "BAD_USER_INPUT", field: "file" },
    });
  });

  it("names the line of a broken byte in UTF-8", async () => {
    const broken = Buffer.concat([Buffer.from("é\r\nè\r\nê ñ"), Buffer.from([0xff, 0x0a])]);
    await expect(decode([broken])).rejects.toMatchObject({
      message: expect.stringContaining("Line 3: bytes that are not UTF-8") as string,
      extensions: { line: 3 },
    });
    const late = [Buffer.from("é\n".repeat(50_000)), Buffer.from([0x61, 0xc3])];
    await expect(decode(late)).rejects.toMatchObject({ extensions: { line: 50_001 } });
  });
});

describe("line breaks and cuts", () => {
  it("reads every kind of line break as \\n, wherever the bytes are cut", async () => {
    const parts = fc.constantFrom("\r\n", "\n", "\r", "é", "ж", "中", "😀", "a", ";");
    const property = fc.asyncProperty(
      fc.array(parts, { maxLength: 30 }),
      fc.array(fc.nat(80), { maxLength: 6 }),
      async (written, cuts) => {
        const bytes = Buffer.from(`é${written.join("")}`);
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((end, at) => bytes.subarray(edges[at], end));
        const { text } = await decode(chunks);
        expect(text).toBe(`é${written.join("").replace(/\r\n?/g, "\n")}`);
      },
    );
    await fc.assert(property);
  });

  it("joins a Windows line break that falls between two large chunks", async () => {
    const first = Buffer.from(`${"x".repeat(65_535)}\r`);
    const { text } = await decode([first, Buffer.from("\ny")]);
    expect(text).toBe(`${"x".repeat(65_535)}\ny`);
    expect((await decode([first])).text.endsWith("x\n")).toBe(true);
  });

  it("takes a stream of text as well", async () => {
    expect((await decode(["\ufeffa;b\r", "\nçà"])).text).toBe("a;b\nçà");
    expect((await decode([])).text).toBe("");
  });
});

describe("what is no text", () => {
  it.each([
    ["an Excel workbook", "PK\x03\x04\x14\0\x06\0", /Excel workbook \(\.xlsx\)/],
    ["an old Excel workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", /Excel workbook \(\.xls\)/],
    ["a PDF", "%PDF-1.7\n", /a PDF/],
    ["a gzip archive", "\x1f\x8b\x08\0", /gzip/],
    ["a web page", "\n<!DOCTYPE html><html>", /a web page/],
    ["a NUL byte", "a,b\n1,2\nx\0y,3\n", /Line 3: a NUL byte/],
  ])("refuses %s", async (_, content, message) => {
    await expect(decode([Buffer.from(content, "latin1")])).rejects.toMatchObject({
      message: expect.stringMatching(message) as string,
      extensions: { code: "BAD_USER_INPUT", field: "file" },
    });
  });
});
