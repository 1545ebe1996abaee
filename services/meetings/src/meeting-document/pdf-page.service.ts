import PDFDocument from "pdfkit";
import { fontBytes, fontFor, type PdfFont } from "./pdf-font.service.ts";
import { type Line, linesOf, mirrored, type Piece, type Span } from "./text-line.value.ts";

const MARGIN = 56;
const FOOT = 24;

export interface PdfPageOptions {
  readonly title: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
}

export interface Paragraph {
  readonly size: number;
  readonly before: number;
  /** How far it stands in from where its lines begin, in points. */
  readonly indent: number;
  /** In front of its first line, such as a bullet. */
  readonly mark: string | null;
}

interface Segment {
  readonly text: string;
  readonly font: PdfFont;
}

/** Pages of A4 on which paragraphs follow each other, in any script. */
export class PdfPage {
  private readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly fonts = new Set<string>();
  private readonly widths = new Map<string, number>();
  private y = MARGIN;

  constructor(private readonly options: PdfPageOptions) {
    this.doc = new PDFDocument({
      ...({ size: "A4", margin: 0, bufferPages: true, pdfVersion: "1.7" } as const),
      ...{ lang: options.language, displayTitle: true, info: { Title: options.title } },
    });
    this.doc.on("data", (chunk: Buffer) => this.chunks.push(chunk));
  }

  write(spans: readonly Span[], paragraph: Paragraph): void {
    const { size, before, indent, mark } = paragraph;
    const lines = linesOf(spans, {
      ...this.options,
      width: this.doc.page.width - 2 * MARGIN - indent,
      measure: (span) => this.measure(span, size),
    });
    this.y += before;
    for (const [index, line] of lines.entries()) {
      const height = size * 1.5;
      if (this.y + height > this.doc.page.height - MARGIN) this.turn();
      if (index === 0 && mark !== null) this.mark(mark, line, paragraph);
      this.draw(line, paragraph);
      this.y += height;
    }
  }

  async end(): Promise<Buffer> {
    this.number();
    const ended = new Promise((resolve) => this.doc.once("end", resolve));
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private turn(): void {
    this.doc.addPage();
    this.y = MARGIN;
  }

  private draw(line: Line, { size, indent }: Paragraph): void {
    const right = this.doc.page.width - MARGIN - indent;
    let x = line.isRightToLeft ? right - line.width : MARGIN + indent;
    for (const piece of line.pieces) {
      for (const segment of drawn(piece)) x += this.put(segment, { x, y: this.y, size });
    }
  }

  /** On the side where the line begins. */
  private mark(text: string, { isRightToLeft }: Line, { size, indent }: Paragraph): void {
    const side = indent - 12;
    const width = this.measure({ text, isBold: false }, size);
    const x = isRightToLeft ? this.doc.page.width - MARGIN - side - width : MARGIN + side;
    for (const segment of segmentsOf({ text, isBold: false })) {
      this.put(segment, { x, y: this.y, size });
    }
  }

  /** At the foot of each page. */
  private number(): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const text = `${page - start + 1} / ${count}`;
      const x = (this.doc.page.width - this.measure({ text, isBold: false }, 9)) / 2;
      for (const segment of segmentsOf({ text, isBold: false })) {
        this.put(segment, { x, y: this.doc.page.height - FOOT - 9, size: 9 });
      }
    }
  }

  /** Answers how wide it is. All fonts stand on one line. */
  private put({ text, font }: Segment, at: { x: number; y: number; size: number }): number {
    const width = this.widthOf({ text, font }, at.size);
    this.use(font).fontSize(at.size);
    this.doc.text(text, at.x, at.y + at.size * 1.1, { lineBreak: false, baseline: "alphabetic" });
    return width;
  }

  private measure(span: Span, size: number): number {
    return segmentsOf(span).reduce((sum, segment) => sum + this.widthOf(segment, size), 0);
  }

  private widthOf({ text, font }: Segment, size: number): number {
    const key = `${font.name} ${text}`;
    const known = this.widths.get(key) ?? this.use(font).fontSize(100).widthOfString(text);
    this.widths.set(key, known);
    return (known * size) / 100;
  }

  private use(font: PdfFont): PDFKit.PDFDocument {
    if (!this.fonts.has(font.name)) {
      this.doc.registerFont(font.name, fontBytes(font));
      this.fonts.add(font.name);
    }
    return this.doc.font(font.name);
  }
}

/** In the order of the page; letters that join are turned round by their font, all else here. */
function drawn(piece: Piece): Segment[] {
  if (!piece.isRightToLeft) return segmentsOf(piece);
  return segmentsOf(piece)
    .reverse()
    .map(({ text, font }) => ({
      font,
      text: /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
        ? text
        : Array.from(text, mirrored).reverse().join(""),
    }));
}

/** Fonts turn these round with the letters, although they run from left to right. */
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/;

/** Stretches of one font, and Arabic digits each alone. */
function segmentsOf({ text, isBold }: Span): Segment[] {
  const found: { text: string; font: PdfFont }[] = [];
  for (const character of text.replace(/\s/g, " ")) {
    const font = fontFor(character, isBold);
    const last = found.at(-1);
    const isDigit = ARABIC_DIGIT.test(character) || ARABIC_DIGIT.test(last?.text ?? "");
    if (last?.font.name === font.name && !isDigit) last.text += character;
    else found.push({ text: character, font });
  }
  return found;
}
