import { AppError } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import { wordsFor } from "../layout/language.page.ts";
import {
  alert,
  backToAccount,
  dayOf,
  field,
  formText,
  type Markup,
  seeOther,
  showPage,
} from "../layout/layout.page.ts";
import { isFresh } from "../sign-in/session-life.value.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import { askToSignInAgain } from "../sign-in/sign-in-again.page.ts";
import type { ApiKey } from "./api-key.entity.ts";
import { ApiKeyScope } from "./api-key.enum.ts";
import { CreateApiKeyInput, RevokeApiKeyInput } from "./api-key.inputs.ts";
import type { ApiKeyService } from "./api-key.service.ts";
import { apiKeyWords } from "./api-key.words.ts";

const PATH = "/auth/account/keys";

export interface ApiKeyPagesParts {
  readonly auth: Auth;
  readonly accounts: AccountService;
  readonly apiKeys: ApiKeyService;
}

type Answer = (context: Context, account: Account) => Response | Promise<Response>;

/** Keys for one's own programs: to make one, which is shown once, and to end them. */
export function apiKeyPages({ auth, accounts, apiKeys }: ApiKeyPagesParts): Hono {
  const forOwner = (answer: Answer) => async (context: Context) => {
    const session = await currentSession(auth, context.req.raw.headers);
    const account = session && (await accounts.byId(session.account));
    if (!account) return seeOther(context, "/auth/sign-in");
    return isFresh(session.signedInAt) ? answer(context, account) : askToSignInAgain(context);
  };
  const list: Answer = async (context, { id }) => show(context, await apiKeys.ofAccount(id));
  const pages = new Hono();
  pages.get("/account/keys", forOwner(list));
  pages.post(
    "/account/keys",
    forOwner((context, account) => make(context, account, apiKeys)),
  );
  pages.post(
    "/account/keys/revoke",
    forOwner(async (context, account) => {
      const id = formText(await context.req.parseBody(), "id");
      const input = Object.assign(new RevokeApiKeyInput(), { id });
      await apiKeys.revoke(viewerOf(account), input).catch(ignoreGone);
      return seeOther(context, PATH);
    }),
  );
  return pages;
}

/** Who sends the form twice finds that it is done. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof AppError && error.extensions["code"] === "NOT_FOUND")) throw error;
}

/** As who is signed in by a page: what they may do with keys hangs on no role. */
const viewerOf = ({ id, personId: person, platform }: Account): Viewer => ({
  ...{ kind: "account", id, person, platform, scopes: [] },
  ...{ organisations: [], groups: [], networks: [] },
});

async function make(context: Context, account: Account, apiKeys: ApiKeyService) {
  const form = await context.req.parseBody({ all: true });
  const scopes = [form["scope"]].flat();
  const input = Object.assign(new CreateApiKeyInput(), {
    name: formText(form, "name"),
    scopes: Object.values(ApiKeyScope).filter((scope) => scopes.includes(scope)),
    expiresInDays: Number(/^\d{1,3}$/.exec(formText(form, "days"))?.[0] ?? 0),
  });
  try {
    const { secret } = await apiKeys.create(viewerOf(account), input);
    return await showMade(context, secret ?? "");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return show(context, await apiKeys.ofAccount(account.id), error);
  }
}

function showMade(context: Context, secret: string) {
  const words = wordsFor(context, apiKeyWords);
  return showPage(context, {
    title: words.made,
    body: html`<p>${words.madeAbout}</p>
      <p><code dir="ltr">${secret}</code></p>
      <p class="below"><a href="${PATH}">${words.title}</a></p>`,
  });
}

function show(context: Context, keys: readonly ApiKey[], refusal?: AppError) {
  const words = wordsFor(context, apiKeyWords);
  const at = refusal?.extensions["field"];
  const other = refusal?.extensions["code"] === "LIMIT_EXCEEDED" ? words.tooMany : words.notProven;
  return showPage(context, {
    title: words.title,
    status: refusal ? 400 : 200,
    body: html`${refusal && at === undefined ? alert(other) : ""}
      <p class="soft">${words.about}</p>
      <ul>
        ${keys.map((key) => entryOf(context, key))}
      </ul>
      <form method="post" action="${PATH}">
        ${field({
          name: "name",
          label: words.name,
          type: "text",
          autocomplete: "off",
          problem: at === "name" ? words.wrongName : undefined,
        })}
        ${scopesOf(context)}
        ${field({
          name: "days",
          label: words.days,
          type: "text",
          autocomplete: "off",
          value: "90",
          problem: at === "expiresInDays" ? words.wrongDays : undefined,
        })}
        <button>${words.make}</button>
      </form>
      ${backToAccount(context)}`,
  });
}

function entryOf(context: Context, { id, name, hint, scopes, expiresAt, lastUsedAt }: ApiKey) {
  const words = wordsFor(context, apiKeyWords);
  const used = lastUsedAt ? words.used(dayOf(context, lastUsedAt)) : words.neverUsed;
  return html`<li>
    <strong>${name}</strong> <code dir="ltr">${hint}…</code>
    <span class="soft">${scopes.map((scope) => words.scope[scope]).join(" · ")}</span>
    <span class="soft">${words.until(dayOf(context, expiresAt))} · ${used}</span>
    <form method="post" action="${PATH}/revoke">
      <input type="hidden" name="id" value="${id}" />
      <button class="quiet">${words.revoke}</button>
    </form>
  </li>`;
}

/** Every key may read: so there is nothing to choose there. */
function scopesOf(context: Context): Markup {
  const words = wordsFor(context, apiKeyWords);
  return html`<fieldset class="field">
    <legend>${words.scopes}</legend>
    ${Object.values(ApiKeyScope).map(
      (scope) =>
        html`<label class="choice">
          <input
            type="checkbox"
            name="scope"
            value="${scope}"
            ${scope === ApiKeyScope.READ ? html`checked disabled` : ""}
          />
          ${words.scope[scope]}
        </label>`,
    )}
  </fieldset>`;
}
