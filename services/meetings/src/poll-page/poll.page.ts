import type { MailLanguage } from "@convene/shared/mail/mail-language";
import type { PageDoor, PageRequest, PageResponse } from "@convene/shared/page/page-door";
import { framed } from "@convene/shared/page/page-frame";
import { languageOfPage } from "@convene/shared/page/page-language";
import { type Markup, markup } from "@convene/shared/page/page-markup";
import type { Viewer } from "@convene/shared/viewer";
import { PollChoice } from "../poll-answer/poll-choice.enum.ts";
import { clockOf, formOf } from "./poll-form.page.ts";
import { POLL_STYLE } from "./poll-form-style.page.ts";
import { pollWords } from "./poll.words.ts";
import type { LinkedPoll, PollPageService } from "./poll-page.service.ts";

/** `/pages/meetings/poll?link=…`: works without a script, and without an account. */
export class PollPage implements PageDoor {
  constructor(private readonly service: PollPageService) {}

  /** A link speaks for a seat, and with nobody's roles. */
  owner(): Promise<null> {
    return Promise.resolve(null);
  }

  async answer(_viewer: Viewer | null, request: PageRequest): Promise<PageResponse> {
    const { pathname, searchParams } = new URL(request.path, "http://page");
    const language = languageOfPage(request);
    const token = searchParams.get("link") ?? "";
    if (pathname !== "/pages/meetings/poll") return nothing(language);
    const asked = { token, language, isSaved: searchParams.has("saved") };
    if (request.method === "POST") return send(this.service, asked, request);
    return searchParams.has("calendar") ? calendar(this.service, asked) : open(this.service, asked);
  }
}

interface Asked {
  readonly token: string;
  readonly language: MailLanguage;
  readonly isSaved: boolean;
}

async function open(service: PollPageService, asked: Asked): Promise<PageResponse> {
  const linked = await service.open(asked.token);
  if (!linked) return nothing(asked.language);
  return page(asked, linked, { told: told(asked, linked), chosen: linked.choices });
}

/** A file that any calendar opens; what changes later is told by mail. */
async function calendar(service: PollPageService, asked: Asked): Promise<PageResponse> {
  const body = await service.calendar(asked.token);
  if (body === null) return nothing(asked.language);
  return { status: 200, headers: CALENDAR, body };
}

const CALENDAR = {
  "content-type": "text/calendar; charset=utf-8",
  "content-disposition": 'attachment; filename="meeting.ics"',
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
};

function told({ language, isSaved, token }: Asked, linked: LinkedPoll): Markup | null {
  const words = pollWords[language];
  const { isOpen, isFilledIn, decided } = linked;
  if (decided) {
    const query = new URLSearchParams({ link: token, calendar: "" }).toString();
    return markup`${status(words.decided(clockOf(language, linked).format(decided)))}
<p><a href="poll?${query}">${words.toCalendar}</a></p>`;
  }
  if (isSaved) return status(words.saved);
  if (!isOpen) return status(words.closed);
  return isFilledIn ? status(words.filledIn) : null;
}

async function send(
  service: PollPageService,
  asked: Asked,
  { body }: PageRequest,
): Promise<PageResponse> {
  const form = new URLSearchParams(body);
  const chosen = choicesIn(form);
  if (form.has("show")) {
    const linked = await service.chooseZone(asked.token, form.get("zone") ?? "");
    // What they have chosen before is still there, and not saved yet.
    return linked ? page(asked, linked, { told: null, chosen }) : nothing(asked.language);
  }
  const sent = await service.answer(asked.token, chosen);
  if (!sent) return nothing(asked.language);
  if (sent.isTaken) return seeOther(asked.token);
  const words = pollWords[asked.language];
  if (sent.isOpen) return page(asked, sent, { told: alert(words.choose), chosen, status: 400 });
  return page(asked, sent, { told: alert(words.late), chosen: sent.choices, status: 409 });
}

/** The browser goes on by GET, and reloading sends nothing twice. */
function seeOther(token: string): PageResponse {
  const query = new URLSearchParams({ link: token, saved: "" }).toString();
  const headers = { location: `poll?${query}`, "cache-control": "no-store" };
  return { status: 303, headers, body: "" };
}

const CHOICES: ReadonlyMap<string, PollChoice> = new Map(
  Object.values(PollChoice).map((choice) => [choice, choice]),
);

function choicesIn(form: URLSearchParams): ReadonlyMap<string, PollChoice> {
  const given = [...form].flatMap(([slot, value]) => {
    const choice = CHOICES.get(value);
    return choice && slot.startsWith("psl_") ? [[slot, choice] as const] : [];
  });
  return new Map(given);
}

interface Shown {
  readonly told: Markup | null;
  readonly chosen: ReadonlyMap<string, PollChoice>;
  readonly status?: number;
}

function page({ language }: Asked, linked: LinkedPoll, { told, chosen, ...more }: Shown) {
  const { poll, organisation } = linked;
  const words = pollWords[language];
  const body = markup`${told ?? ""}
${organisation === null ? "" : markup`<p>${words.forOrganisation(organisation)}</p>`}
${formOf(language, linked, chosen)}`;
  return framed({ title: poll.title, body, language, style: POLL_STYLE, ...more });
}

const status = (words: string): Markup => markup`<p class="notice" role="status">${words}</p>`;
const alert = (words: string): Markup => markup`<p class="alert" role="alert">${words}</p>`;

/** Unknown, over and revoked links look the same. */
function nothing(language: MailLanguage): PageResponse {
  const { nothing: title, nothingWhy } = pollWords[language];
  return framed({ title, body: markup`<p>${nothingWhy}</p>`, language, status: 404 });
}
