import fc from "fast-check";
import { normaliseName } from "./name-key.ts";
import { foldText } from "./text-folding.ts";

const same = (left: string, right: string) => {
  expect(normaliseName(left)).toBe(normaliseName(right));
};
const differ = (left: string, right: string) => {
  expect(normaliseName(left)).not.toBe(normaliseName(right));
};

describe("normaliseName", () => {
  it("takes spellings that differ in case, accents and spacing for one name", () => {
    same("CARITAS", "Cáritas");
    same("Médecins  du\u00a0Monde ", "medecins du monde");
    same("Røde Kors", "rode kors");
    same("Straße", "STRASSE");
    same("İstanbul Göç Derneği", "istanbul goc dernegi");
  });

  it("takes backquotes, curly and missing apostrophes for the same", () => {
    same("Women`s Aid", "Women's Aid");
    same("Women’s Aid", "Womens Aid");
  });

  it("drops punctuation and closes up dotted abbreviations", () => {
    same("ACC/SOVD-CN", "acc sovd cn");
    same("U.N.H.C.R.", "UNHCR");
    same("Peace & Sport", "Peace and Sport");
    same("Ligue (nationale), section 2", "ligue nationale section 2");
  });

  it("drops legal forms at the end, and only there", () => {
    same("Refugee Aid Ltd.", "Refugee Aid");
    same("Refugee Aid Company Limited", "Refugee Aid Company");
    same("Deutscher Hilfsverein e.V.", "Deutscher Hilfsverein");
    differ("Limited Resources Network", "Resources Network");
    expect(normaliseName("Limited")).toBe("limited");
    expect(normaliseName("Ltd Inc")).toBe("ltd");
  });

  it("drops a leading article while something is left", () => {
    same("The Race Equality Centre", "Race Equality Centre");
    expect(normaliseName("The")).toBe("the");
  });

  it("keeps different words, orders and numbers apart", () => {
    differ("Save the Children", "Children Save");
    differ("Section 1", "Section 2");
    differ("Action", "Actions");
  });

  it("keeps letters of every script", () => {
    expect(normaliseName("红十字会")).toBe("红十字会");
    expect(normaliseName("Российский Красный Крест")).toHaveLength(24);
    expect(normaliseName("राष्ट्रीय प्रवासी संघ")).toBe("राष्ट्रीय प्रवासी संघ");
    same("الهِلال الأحمر", "الهلال الاحمر");
    same("جمعيـــة الهلال", "جمعية الهلال");
    differ("が会", "か会");
  });

  it("is empty where there is neither a letter nor a digit", () => {
    expect(normaliseName(" -- ?! ")).toBe("");
  });

  it("is idempotent", () => {
    const word = fc.constantFrom(
      "The",
      "Ltd.",
      "Inc",
      "e.V.",
      "&",
      "'s",
      "`",
      "U.N",
      ".",
      "É",
      "ß",
    );
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.array(word).map((words) => words.join(" ")),
      fc.array(word).map((words) => words.join("")),
    );
    fc.assert(
      fc.property(anyText, (name) => {
        const key = normaliseName(name);
        expect(normaliseName(key)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it("does not see case, accents, spacing or invisible characters", () => {
    const word = fc.stringMatching(/^[aehinorstuzéñŁöабвг]{1,8}$/u);
    const dressed = fc.array(
      fc.tuple(word, fc.constantFrom("\u0301", "\u0308", "\u200b", "\u00ad")),
    );
    fc.assert(
      fc.property(dressed, (words) => {
        const plain = words.map(([text]) => text).join(" ");
        const decorated = words.map(([text, extra]) => text.toUpperCase() + extra).join(" \t ");
        expect(normaliseName(decorated)).toBe(normaliseName(plain));
      }),
    );
  });

  it("never empties a name that holds a letter or a digit", () => {
    const letter = fc
      .string({ unit: "binary", minLength: 1 })
      .filter((text) => /[\p{L}\p{Nd}]/u.test(foldText(text)));
    fc.assert(
      fc.property(letter, (name) => {
        expect(normaliseName(name)).not.toBe("");
      }),
    );
  });
});
