import { invalid, limitExceeded } from "@convene/shared/errors";
import { AGENDA_LANGUAGES, type AgendaLanguage } from "../agenda-template/standing-title.value.ts";
import type { AgendaContent, MinutesContent } from "./document-content.value.ts";
import { DocumentFormat } from "./document-format.enum.ts";
import { documentHtml, type Page } from "./document-html.value.ts";
import { agendaMarkdown, minutesMarkdown } from "./document-markdown.value.ts";
import { documentPdf } from "./document-pdf.service.ts";
import type { DocumentArgs } from "./meeting-document.inputs.ts";
import { MeetingDocument } from "./meeting-document.type.ts";

/** Of a document; a book is not printed here. */
const MOST_CHARACTERS = 400_000;

const FILES: Readonly<Record<DocumentFormat, { ending: string; mediaType: string }>> = {
  [DocumentFormat.MARKDOWN]: { ending: "md", mediaType: "text/markdown; charset=utf-8" },
  [DocumentFormat.HTML]: { ending: "html", mediaType: "text/html; charset=utf-8" },
  [DocumentFormat.PDF]: { ending: "pdf", mediaType: "application/pdf" },
};

interface Wanted extends Page {
  readonly format: DocumentFormat;
  /** Without its ending. */
  readonly name: string;
}

/** Agendas and minutes as files; what they are made of comes through the viewer's own loaders. */
export class MeetingDocumentService {
  private printed: Promise<unknown> = Promise.resolve();

  ofAgenda(content: AgendaContent, args: DocumentArgs): Promise<MeetingDocument> {
    const language = checkLanguage(args.language) ?? content.language;
    const markdown = agendaMarkdown(content, language);
    return this.make({ ...pageOf(content, "agenda"), format: args.format, language, markdown });
  }

  /** Only on behalf of those who sit there. */
  ofMinutes(content: MinutesContent, args: DocumentArgs): Promise<MeetingDocument> {
    const language = checkLanguage(args.language) ?? content.language;
    const markdown = minutesMarkdown(content, language);
    return this.make({ ...pageOf(content, "minutes"), format: args.format, language, markdown });
  }

  private async make(wanted: Wanted): Promise<MeetingDocument> {
    if (wanted.markdown.length > MOST_CHARACTERS) {
      throw limitExceeded(`A document has at most ${MOST_CHARACTERS} characters`);
    }
    const { ending, mediaType } = FILES[wanted.format];
    const text = textOf(wanted);
    return Object.assign(new MeetingDocument(), {
      ...{ mediaType, text, language: wanted.language },
      fileName: `${wanted.name}-${wanted.language}.${ending}`,
      bytes: text === null ? await this.print(wanted) : Buffer.from(text),
    });
  }

  /** One after the other: it takes a while, and others want to be answered as well. */
  private print(page: Page): Promise<Buffer> {
    const printed = this.printed.then(() => documentPdf(page));
    this.printed = printed.catch(() => null);
    return printed;
  }
}

const pageOf = ({ title, localStart }: MinutesContent | AgendaContent, kind: string) => ({
  title,
  name: `${kind}-${localStart.slice(0, 10)}`,
});

function textOf(wanted: Wanted): string | null {
  if (wanted.format === DocumentFormat.PDF) return null;
  return wanted.format === DocumentFormat.HTML ? documentHtml(wanted) : wanted.markdown;
}

/** @throws BAD_USER_INPUT for one that documents do not speak */
function checkLanguage(given: string | null | undefined): AgendaLanguage | null {
  if (!given) return null;
  const primary = given.toLowerCase().split("-")[0] ?? "";
  if (AGENDA_LANGUAGES.includes(primary)) return primary as AgendaLanguage;
  throw invalid("language", `language is one of ${AGENDA_LANGUAGES.join(", ")}`);
}
