import { documentPdf } from "./document-pdf.service.ts";
import { linesOf } from "./text-line.value.ts";

const show = (text: string, width = 100) =>
  linesOf([{ text, isBold: false }], {
    ...({ width, language: "en", direction: "ltr" } as const),
    measure: (span) => span.text.length,
  }).map(({ pieces, isRightToLeft }) => ({
    isRightToLeft,
    pieces: pieces.map((piece) => piece.text),
  }));

describe("a line", () => {
  it("is ordered for the eye: numbers and names from left to right within Arabic", () => {
    expect(show("الاجتماع IOM 2026 القادم")).toEqual([
      { isRightToLeft: true, pieces: [" القادم", "IOM 2026", "الاجتماع "] },
    ]);
    expect(show("See الاجتماع القادم now")).toEqual([
      { isRightToLeft: false, pieces: ["See ", "الاجتماع القادم", " now"] },
    ]);
  });

  it("ends between words, and within a word only where it is longer than the line", () => {
    const texts = (text: string, width: number) =>
      show(text, width).map(({ pieces }) => pieces.join(""));
    expect(texts("The survey (draft) goes out.", 12)).toEqual([
      ...["The survey", "(draft) goes", "out."],
    ]);
    expect(texts("abcdefghij klm", 4)).toEqual(["abcd", "efgh", "ij", "klm"]);
    expect(texts("one\ntwo", 20)).toEqual(["one", "two"]);
    expect(texts("会议记录已批准，下次会议。", 5).join("")).toBe("会议记录已批准，下次会议。");
  });
});

const MARKDOWN = `# 移民问题全球契约 / Quarterly meeting

**محضر الاجتماع (مسودة)**

الثلاثاء، ٢٤ نوفمبر ٢٠٢٦ في ١٠:٠٠ ص (Europe/London)

## 1. اعتماد محضر الاجتماع السابق

> قال الحاضرون إن المسح (IOM 2026) سيُرسل في مارس، وسيشمل ثلاث مدن.
>
> - Первый пункт: протокол утверждён
> - 第一项：会议记录已批准，下次会议在三月举行。
> 1. numbered **bold** text
> 2. second

- **قرار**: يُرسل الاستبيان (المنظمة الدولية · حتى ١ مارس ٢٠٢٧ · مفتوح)
`;

it("is written with its fonts, in every script of the six languages", async () => {
  const bytes = await documentPdf({
    markdown: MARKDOWN.repeat(4),
    title: "Minutes",
    language: "ar",
  });
  const text = bytes.toString("latin1");
  expect(text.slice(0, 8)).toBe("%PDF-1.7");
  expect(text).toContain("NotoSansArabic");
  expect(text).toContain("NotoSansSC");
});
