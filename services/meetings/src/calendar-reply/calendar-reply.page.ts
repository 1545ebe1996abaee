import { AppError } from "@convene/shared/errors";
import type { MailLanguage } from "@convene/shared/mail/mail-language";
import type {
  PageDoor,
  PageOwner,
  PageRequest,
  PageResponse,
} from "@convene/shared/page/page-door";
import { framed } from "@convene/shared/page/page-frame";
import { languageOfPage } from "@convene/shared/page/page-language";
import { type Markup, markup } from "@convene/shared/page/page-markup";
import { REPLY_KEY, repliedTo } from "@convene/shared/notice/reply-link";
import type { Site } from "@convene/shared/site";
import type { Viewer } from "@convene/shared/viewer";
import { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import type { Answer, Asked, CalendarReplyService } from "./calendar-reply.service.ts";
import { replyWords } from "./calendar-reply.words.ts";
import { repliesIn } from "./itip-reply.value.ts";

/** In characters: a reply is short, with a zone or two. */
const LONGEST = 65_536;

const STATUSES: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
};

const CHOICES: Readonly<Record<string, AttendanceStatus>> = {
  yes: AttendanceStatus.ACCEPTED,
  no: AttendanceStatus.DECLINED,
};

const text = (status: number, body: string): PageResponse => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: `${body}\n`,
});

/**
 * `/calendar/replies/INVITATION/SIGNATURE`: a page that asks, the form that it sends, and replies of
 * calendars (`text/calendar`, RFC 5546). Nothing is answered by GET: programs that look for viruses
 * follow every link.
 */
export class CalendarReplyPage implements PageDoor {
  constructor(
    private readonly replies: CalendarReplyService,
    private readonly site: Site,
  ) {}

  async owner(path: string): Promise<PageOwner | null> {
    const id = this.invitationOf(path);
    const person = id === null ? null : await this.replies.owner(id);
    return id === null || person === null ? null : { id, person };
  }

  async answer(_viewer: Viewer | null, request: PageRequest): Promise<PageResponse> {
    const invitation = this.invitationOf(request.path);
    if (invitation === null) return goneTo(request);
    if (request.method !== "POST") return this.ask(invitation, request);
    return this.take(invitation, request);
  }

  private async ask(invitation: string, request: PageRequest): Promise<PageResponse> {
    const asked = await this.replies.asked(invitation);
    const meetings = asked ? chosenOf(asked, request) : [];
    const [first] = meetings;
    if (!first) return goneTo(request);
    const language = languageOfPage(request);
    const words = replyWords[language];
    const { startsAt, endsAt, timeZone } = first;
    const format = { dateStyle: "full", timeStyle: "short", timeZone } as const;
    const when = new Intl.DateTimeFormat(words.locale, format).formatRange(startsAt, endsAt);
    const body = markup`<p><strong>${when}</strong> <span class="soft">(${timeZone})</span></p>
${meetings.length > 1 ? markup`<p>${words.more(meetings.length - 1)}</p>` : ""}
<h2>${words.ask}</h2>
<form method="post">${button("yes", words.yes)}${button("no", words.no, "quiet")}</form>`;
    return page(language, { title: first.title, body });
  }

  private async take(invitation: string, request: PageRequest): Promise<PageResponse> {
    const type = request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
    if (request.body.length > LONGEST) return text(413, "A reply is not that long");
    if (type === "text/calendar") return this.takeCalendar(invitation, request);
    if (type !== "application/x-www-form-urlencoded") {
      return text(415, "A reply is text/calendar (RFC 5546), or the form of the page");
    }
    const status = CHOICES[new URLSearchParams(request.body).get("answer") ?? ""];
    if (status === undefined) return text(400, "The answer is yes or no");
    const language = languageOfPage(request);
    const { saved, savedAbout, late } = replyWords[language];
    const refused = await this.refusal(invitation, [{ occurrence: occurrenceIn(request), status }]);
    if (refused && codeOf(refused) === "NOT_FOUND") return goneTo(request);
    return refused
      ? page(language, { status: 409, title: late, body: NO_MORE })
      : page(language, { title: saved, body: markup`<p>${savedAbout}</p>` });
  }

  private async takeCalendar(invitation: string, request: PageRequest): Promise<PageResponse> {
    const refused = await this.refusal(invitation, () => repliesIn(request.body));
    return refused
      ? text(STATUSES[codeOf(refused)] ?? 400, refused.message)
      : text(200, "The reply is recorded");
  }

  /** Why it is not recorded; null when it is. */
  private async refusal(
    invitation: string,
    answers: readonly Answer[] | (() => readonly Answer[]),
  ): Promise<AppError | null> {
    try {
      const all = typeof answers === "function" ? answers() : answers;
      await this.replies.answer(invitation, all);
      return null;
    } catch (error) {
      if (error instanceof AppError && codeOf(error) in STATUSES) return error;
      throw error;
    }
  }

  private invitationOf(path: string): string | null {
    return repliedTo(this.site.keyFor(REPLY_KEY), path);
  }
}

const codeOf = ({ extensions }: AppError): string => String(extensions["code"]);

function occurrenceIn({ path }: PageRequest): Answer["occurrence"] {
  const at = new URL(path, "http://here").searchParams.get("at");
  return at === null ? null : () => at;
}

function chosenOf({ meetings }: Asked, request: PageRequest) {
  const at = occurrenceIn(request);
  return meetings.filter(
    ({ recurrenceStart, timeZone }) => at === null || recurrenceStart === at(timeZone),
  );
}

function goneTo(request: PageRequest): PageResponse {
  const language = languageOfPage(request);
  return page(language, { status: 404, title: replyWords[language].gone, body: NO_MORE });
}

/** Where the title says it all. */
const NO_MORE = markup``;

interface Shown {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
}

const page = (language: MailLanguage, shown: Shown): PageResponse =>
  framed({ ...shown, language, style: STYLE });

const STYLE = "button + button { margin-top: .75rem; } p { text-wrap: pretty; }";

const button = (value: string, words: string, look = ""): Markup =>
  markup`<button name="answer" value="${value}" class="${look}">${words}</button>`;
