import { AppError } from "@convene/shared/errors";
import { MAIL_LANGUAGES, type MailLanguage } from "@convene/shared/mail/mail-language";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import type { BounceService } from "../bounce/bounce.service.ts";
import type { BouncedAddress } from "../bounce/bounced-address.entity.ts";
import { languageOf } from "../layout/language.page.ts";
import { alert, field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import {
  NotificationFrequency,
  type NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import type { NotificationPreferenceService } from "./notification-preference.service.ts";
import type { NotificationPreferences } from "./notification-preference.type.ts";
import { type PreferenceWords, preferenceWords } from "./notification-preference.words.ts";
import type { QuietSpan } from "./quiet-hours.value.ts";
import { quietWords } from "./quiet-hours.words.ts";

const PATH = "/auth/account/mail";

export interface PreferencePagesParts {
  readonly auth: Auth;
  readonly accounts: AccountService;
  readonly preferences: NotificationPreferenceService;
  readonly bounces: BounceService;
}

/** How one wants to be written to, in the language in which one is. */
export function notificationPreferencePages(parts: PreferencePagesParts): Hono {
  const pages = new Hono();
  pages.get("/account/mail", async (context) => {
    const account = await accountOf(context, parts);
    return account ? show(context, account, parts) : seeOther(context, "/auth/sign-in");
  });
  pages.post("/account/mail", async (context) => {
    const account = await accountOf(context, parts);
    return account ? keep(context, account, parts) : seeOther(context, "/auth/sign-in");
  });
  pages.post("/account/mail/resume", async (context) => {
    const account = await accountOf(context, parts);
    if (account) await parts.bounces.lift(account.email);
    return seeOther(context, account ? PATH : "/auth/sign-in");
  });
  return pages;
}

async function accountOf(context: Context, { auth, accounts }: PreferencePagesParts) {
  const session = await currentSession(auth, context.req.raw.headers);
  return session && accounts.byId(session.account);
}

interface Trouble {
  /** There is none of this name. */
  readonly wrongZone?: string;
  /** No hours that can be. */
  readonly wrongQuiet?: QuietSpan;
}

/** In the language that they have chosen for their mails, of which one leads here; else their own. */
async function show(
  context: Context,
  { id, email, language: known, isLanguageChosen }: Account,
  parts: PreferencePagesParts & Trouble,
) {
  const { wrongZone, wrongQuiet } = parts;
  const preferences = await parts.preferences.ofAccount(id);
  const language = (isLanguageChosen ? known : null) ?? languageOf(context);
  const words = preferenceWords[language];
  const bounced = await parts.bounces.find(email);
  return showPage(context, {
    title: words.title,
    language,
    status: wrongZone === undefined && wrongQuiet === undefined ? 200 : 400,
    body: html`${bounced ? bouncedNote(words, bounced) : ""}
      ${form(words, preferences, {
        ...{ wrongZone, quiet: quietFields(language, preferences.quietHours, wrongQuiet) },
      })}
      <p class="below soft">${words.always}</p>
      <p><a href="/auth/account">${layoutWords[language].back}</a></p>`,
  });
}

const bouncedNote = (words: PreferenceWords, { status, bouncedAt }: BouncedAddress): Markup =>
  html`${alert(`${words.bounced} (${status}, ${bouncedAt.toISOString().slice(0, 10)})`)}
    <form method="post" action="${PATH}/resume"><button>${words.resume}</button></form>`;

const form = (
  words: PreferenceWords,
  { kinds, language, timeZone }: NotificationPreferences,
  { wrongZone, quiet }: { readonly wrongZone: string | undefined; readonly quiet: Markup },
): Markup =>
  html`<form method="post" action="${PATH}">
    ${kinds.map(({ kind, frequency }) => kindField(words, { kind, frequency }))}
    ${choice({
      name: "language",
      label: words.language,
      options: MAIL_LANGUAGES.map((each) => [each, nameOf(each)]),
      chosen: language,
    })}
    ${field({
      name: "timeZone",
      label: words.timeZone,
      type: "text",
      autocomplete: "off",
      value: wrongZone ?? timeZone,
      problem: wrongZone === undefined ? undefined : words.wrongZone,
    })}
    ${quiet}
    <button>${words.save}</button>
  </form>`;

const quietFields = (
  language: MailLanguage,
  hours: QuietSpan | null,
  wrong: QuietSpan | undefined,
): Markup => {
  const words = quietWords[language];
  const shown = wrong ?? hours ?? { from: "", until: "" };
  const parts = { type: "text", autocomplete: "off", isOptional: true } as const;
  const problem = wrong && words.wrong;
  return html`${field({ ...parts, name: "quietFrom", label: words.from, value: shown.from, problem })}
  ${field({ ...parts, name: "quietUntil", label: words.until, value: shown.until })}`;
};

interface KindChoice {
  readonly kind: NotificationKind;
  readonly frequency: NotificationFrequency;
}

const kindField = (words: PreferenceWords, { kind, frequency }: KindChoice): Markup =>
  choice({
    name: kind,
    label: words[kind],
    options: Object.values(NotificationFrequency).map((each) => [each, words.frequencies[each]]),
    chosen: frequency,
  });

interface ChoiceParts {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly chosen: string;
}

const choice = ({ name, label, options, chosen }: ChoiceParts): Markup =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen ? "selected" : ""}>${text}</option>`,
      )}
    </select>
  </div>`;

/** As its readers call it. */
const nameOf = (language: MailLanguage): string =>
  new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;

async function keep(context: Context, account: Account, parts: PreferencePagesParts) {
  const { preferences } = parts;
  const sent = await context.req.parseBody();
  const { kinds } = await preferences.ofAccount(account.id);
  const timeZone = formText(sent, "timeZone");
  const hours = { from: formText(sent, "quietFrom"), until: formText(sent, "quietUntil") };
  const wished = hours.from === "" && hours.until === "" ? null : hours;
  const wishes = {
    language: MAIL_LANGUAGES.find((each) => each === sent["language"]) ?? null,
    timeZone,
    ...(sent["quietFrom"] !== undefined && { quietHours: wished }),
    kinds: kinds.map(({ kind, frequency }) => ({
      kind,
      frequency:
        Object.values(NotificationFrequency).find((each) => each === sent[kind]) ?? frequency,
    })),
  };
  try {
    await preferences.updateOwn(account.id, wishes);
    return seeOther(context, PATH);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const field = String(error.extensions["field"]);
    if (field === "timeZone") return show(context, account, { ...parts, wrongZone: timeZone });
    if (!field.startsWith("quietHours")) throw error;
    return show(context, account, { ...parts, wrongQuiet: hours });
  }
}
