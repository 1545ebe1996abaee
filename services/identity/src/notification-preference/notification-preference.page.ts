import { AppError } from "@convene/shared/errors";
import { MAIL_LANGUAGES, type MailLanguage } from "@convene/shared/mail/mail-language";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import type { BounceService } from "../bounce/bounce.service.ts";
import type { BouncedAddress } from "../bounce/bounced-address.entity.ts";
import { alert, field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import {
  NotificationFrequency,
  type NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import type { NotificationPreferenceService } from "./notification-preference.service.ts";
import type { NotificationPreferences } from "./notification-preference.type.ts";
import { PREFERENCE_WORDS, type PreferenceWords } from "./preference-words.page.ts";

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

async function show(context: Context, { id, email }: Account, parts: PreferencePagesParts) {
  const preferences = await parts.preferences.ofAccount(id);
  const bounced = await parts.bounces.find(email);
  return page(context, preferences, bounced ? { bounced } : {});
}

interface Trouble {
  /** Why what was sent is not right. */
  readonly problem?: string;
  /** That mail comes back from their address. */
  readonly bounced?: BouncedAddress;
}

const bouncedNote = (words: PreferenceWords, { status, bouncedAt }: BouncedAddress): Markup =>
  html`${alert(`${words.bounced} (${status}, ${bouncedAt.toISOString().slice(0, 10)})`)}
    <form method="post" action="${PATH}/resume"><button>${words.resume}</button></form>`;

const page = (
  context: Context,
  preferences: NotificationPreferences,
  { problem, bounced }: Trouble,
) => {
  const language = preferences.language as MailLanguage;
  const words = PREFERENCE_WORDS[language];
  return showPage(context, {
    title: words.title,
    language,
    status: problem === undefined ? 200 : 400,
    body: html`${problem === undefined ? "" : alert(problem)}
      ${bounced ? bouncedNote(words, bounced) : ""}
      <form method="post" action="${PATH}">
        ${preferences.kinds.map(({ kind, frequency }) => kindField(words, { kind, frequency }))}
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
          value: preferences.timeZone,
        })}
        <button>${words.save}</button>
      </form>
      <p class="below soft">${words.always}</p>
      <p><a href="/auth/account">${words.back}</a></p>`,
  });
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

async function keep(context: Context, account: Account, { preferences }: PreferencePagesParts) {
  const form = await context.req.parseBody();
  const { kinds } = await preferences.ofAccount(account.id);
  const wishes = {
    language: formText(form, "language"),
    timeZone: formText(form, "timeZone"),
    kinds: kinds.map(({ kind, frequency }) => ({
      kind,
      frequency:
        Object.values(NotificationFrequency).find((each) => each === form[kind]) ?? frequency,
    })),
  };
  try {
    await preferences.updateOwn(account.id, wishes);
    return seeOther(context, PATH);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return page(context, await preferences.ofAccount(account.id), {
      problem: error.message,
    });
  }
}
