import type { AuthDoor, AuthRequest, AuthResponse } from "@convene/shared/auth-door";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { tokenPages, type TokenPagesParts } from "./access-token/access-token.page.ts";
import { AccessTokenService } from "./access-token/access-token.service.ts";
import { AccountService } from "./account/account.service.ts";
import { administratorPages } from "./administrator-link/administrator-link.page.ts";
import { AdministratorLinkService } from "./administrator-link/administrator-link.service.ts";
import { apiKeyPages } from "./api-key/api-key.page.ts";
import { ApiKeyService } from "./api-key/api-key.service.ts";
import { bouncePages } from "./bounce/bounce.page.ts";
import { BounceService } from "./bounce/bounce.service.ts";
import { ConsentService } from "./consent/consent.service.ts";
import { ErasureService } from "./erasure/erasure.service.ts";
import { invitationPages } from "./invitation/invitation.page.ts";
import { InvitationService } from "./invitation/invitation.service.ts";
import { invitationStopPages } from "./invitation/invitation-stop.page.ts";
import { InvitationStopService } from "./invitation/invitation-stop.service.ts";
import { IssuerConnection } from "./issuer/issuer.auth.ts";
import { issuerPages } from "./issuer/issuer.page.ts";
import { wordsFor } from "./layout/language.page.ts";
import { showPage } from "./layout/layout.page.ts";
import { layoutWords } from "./layout/layout.words.ts";
import { notificationPreferencePages } from "./notification-preference/notification-preference.page.ts";
import { NotificationPreferenceService } from "./notification-preference/notification-preference.service.ts";
import { unsubscribePages } from "./notification-preference/unsubscribe.page.ts";
import { UNSUBSCRIBE_KEY } from "./notification/unsubscribe-token.value.ts";
import { passkeyPages } from "./passkey/passkey.page.ts";
import { passwordPages } from "./password/password.page.ts";
import { PasswordAttempts } from "./password/password-attempt.repository.ts";
import { passwordSignInPages } from "./password/password-sign-in.page.ts";
import { personalDataPages } from "./personal-data/personal-data.page.ts";
import { privacyNoticePages } from "./privacy-notice/privacy-notice.page.ts";
import { secondFactorPages } from "./second-factor/second-factor.page.ts";
import { UsedCodes } from "./second-factor/used-code.repository.ts";
import { secondFactorSignInPages } from "./second-factor/second-factor-sign-in.page.ts";
import { SecurityNotices } from "./security-notice/security-notice.service.ts";
import { sessionPages, type SessionPagesParts } from "./session/session.page.ts";
import { SessionService } from "./session/session.service.ts";
import { SigningKeyService } from "./signing-key/signing-key.service.ts";
import { CLIENT_HEADER, createBetterAuth, currentSession } from "./sign-in/sign-in.auth.ts";
import { signInPages } from "./sign-in/sign-in.page.ts";

/**
 * What of better-auth's own paths is open: those that a program needs to sign in and out. All
 * others are closed: some would use a link up by GET, show a token, or change an account untold.
 */
const OPEN_PATHS = [
  "/sign-in/magic-link",
  "/sign-out",
  "/revoke-other-sessions",
  "/passkey/verify-authentication",
];
const CHALLENGES = ["/passkey/generate-register-options", "/passkey/generate-authenticate-options"];

/** Sign-in: everything below `/auth`, wired once. */
export function createAuth(parts: ServiceParts): AuthDoor {
  const auth = createBetterAuth(parts);
  const accounts = new AccountService(parts.db);
  const sessions = new SessionService(parts.db, parts.transactions);
  const apiKeys = new ApiKeyService(parts);
  const signingKeys = new SigningKeyService(parts);
  const tokens = new AccessTokenService({ keys: signingKeys, sessions, apiKeys });
  const programs = { auth, apiKeys, signingKeys, tokens };
  const app = createPages(parts, { auth, accounts, sessions, programs });
  return {
    answer: async (request) => readAnswer(await app.fetch(requestOf(request))),
    key: (key) => apiKeys.holder(key),
    grant: (id) => tokens.grant(id),
    tokenKeys: () => signingKeys.published(),
    session: async (cookie) => {
      const current = await currentSession(auth, new Headers({ cookie }));
      if (current) await sessions.noteUse(current.id, current.usedAt);
      const account = current && (await accounts.byId(current.account));
      return account && { id: account.id, person: account.personId, platform: account.platform };
    },
  };
}

interface Unattended {
  readonly preferences: NotificationPreferenceService;
  readonly bounces: BounceService;
}

/** Mail programs and mail servers send to these, from no page at all: their tokens are what counts. */
const fromNoPage = (parts: ServiceParts, { preferences, bounces }: Unattended) => [
  unsubscribePages(preferences, parts.site.keyFor(UNSUBSCRIBE_KEY)),
  invitationStopPages(new InvitationStopService(parts)),
  bouncePages(bounces),
];

interface MadeParts extends SessionPagesParts {
  readonly programs: TokenPagesParts;
}

function createPages(parts: ServiceParts, made: MadeParts) {
  const { db, transactions } = parts;
  const app = new Hono().basePath("/auth");
  // No forms, and so nothing that a page of another site could send unnoticed.
  app.route("/", tokenPages(made.programs));
  const preferences = new NotificationPreferenceService(db, transactions);
  const bounces = new BounceService(parts);
  for (const pages of fromNoPage(parts, { preferences, bounces })) app.route("/", pages);
  // Forms of other sites are refused, those of nobody knows where as well.
  app.use(csrf({ origin: (origin, { req }) => origin === new URL(req.url).origin }));
  for (const path of OPEN_PATHS) app.post(path, ({ req }) => made.auth.handler(req.raw));
  for (const path of CHALLENGES) app.get(path, ({ req }) => made.auth.handler(req.raw));
  for (const pages of waysIn(parts, made)) app.route("/", pages);
  const erasure = new ErasureService(transactions);
  const consents = new ConsentService(db, transactions);
  app.route("/", personalDataPages({ ...made, consents, erasure }));
  app.route("/", notificationPreferencePages({ ...made, preferences, bounces }));
  app.route("/", apiKeyPages({ ...made, apiKeys: made.programs.apiKeys }));
  app.route("/", sessionPages(made));
  app.route("/", privacyNoticePages());
  app.notFound(tellNothing);
  app.onError((error, context) => {
    if (error instanceof HTTPException) return tellRefused(context);
    // Whoever called logs and masks it.
    throw error;
  });
  return app;
}

/** All by which people come to an account, and how they change that. */
function waysIn(parts: ServiceParts, made: MadeParts): readonly Hono[] {
  const { db, transactions, site } = parts;
  const { auth } = made;
  const attempts = new PasswordAttempts(parts);
  const codes = new UsedCodes(parts);
  const notices = new SecurityNotices(parts);
  return [
    passkeyPages(auth, notices),
    issuerPages(new IssuerConnection(parts), notices),
    signInPages(auth, site.issuer),
    passwordSignInPages({ auth, attempts }),
    passwordPages({ ...made, attempts, notices }),
    secondFactorPages({ ...made, codes, notices }),
    secondFactorSignInPages({ auth, codes }),
    administratorPages(new AdministratorLinkService(db, transactions), auth),
    invitationPages(new InvitationService(parts), auth),
  ];
}

function tellNothing(context: Context) {
  const words = wordsFor(context, layoutWords);
  return showPage(context, {
    title: words.nothing,
    status: 404,
    body: html`<p><a href="/auth/account">${words.toAccount}</a></p>`,
  });
}

function tellRefused(context: Context) {
  const words = wordsFor(context, layoutWords);
  return showPage(context, {
    title: words.foreign,
    status: 403,
    body: html`<p>${words.foreignWhy}</p>
      <p><a href="/auth/account">${words.toAccount}</a></p>`,
  });
}

function requestOf({ method, path, origin, headers, body, client }: AuthRequest): Request {
  return new Request(`${origin}${path}`, {
    method,
    headers: { ...headers, [CLIENT_HEADER]: client ?? "" },
    ...(method === "POST" && { body }),
  });
}

async function readAnswer(response: Response): Promise<AuthResponse> {
  return {
    status: response.status,
    headers: [...response.headers],
    body: await response.text(),
  };
}
