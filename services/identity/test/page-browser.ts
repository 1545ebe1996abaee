import type { AuthRequest } from "@convene/shared/auth-door";
import type { Service } from "@convene/shared/service/service";
import type { Account } from "../src/account/account.entity.ts";
import { type NewAccount, insertAccount } from "../src/account/account.service.ts";
import { createBetterAuth, openedSession } from "../src/sign-in/sign-in.auth.ts";

const ORIGIN = "https://convene.test";

/** Straight into the tables; proven, and of no role, unless told. */
export const buildAccount = (
  { parts: { transactions } }: Service,
  given: Pick<NewAccount, "email"> & Partial<NewAccount>,
): Promise<Account> =>
  transactions.write((tx) =>
    insertAccount(tx, { name: "Bo Lindqvist", emailVerified: true, platform: [], ...given }),
  );

/** Somebody's browser at the pages of this service, with no gateway between: it keeps a cookie. */
export class PageBrowser {
  private cookie = "";

  constructor(
    private readonly service: Service,
    /** From where it asks. */
    private readonly client = "192.0.2.1",
  ) {}

  /** Signed in, by no page. */
  static async of(service: Service, { id }: Account): Promise<PageBrowser> {
    const browser = new PageBrowser(service);
    const cookies = await openedSession(createBetterAuth(service.parts), id, new Headers());
    browser.keep(cookies);
    return browser;
  }

  get(path: string, more: Readonly<Record<string, string>> = {}) {
    return this.ask({ method: "GET", path, headers: { ...more, cookie: this.cookie }, body: "" });
  }

  send(path: string, form: Record<string, string>, more: Readonly<Record<string, string>> = {}) {
    const type = "application/x-www-form-urlencoded";
    const headers = { ...more, "content-type": type, origin: ORIGIN, cookie: this.cookie };
    return this.ask({ method: "POST", path, headers, body: new URLSearchParams(form).toString() });
  }

  /** As another program would: with no cookie, and from no page. */
  post(path: string, body: string) {
    return this.ask({ method: "POST", path, headers: { "content-type": "text/plain" }, body });
  }

  /** As a mail program unsubscribes (RFC 8058): with no cookie, and from no page. */
  oneClick(path: string) {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return this.ask({ method: "POST", path, headers, body: "List-Unsubscribe=One-Click" });
  }

  /** The account for which its cookie speaks. */
  async account(): Promise<string | null> {
    return (await this.door().session(this.cookie))?.id ?? null;
  }

  private async ask(request: Omit<AuthRequest, "origin" | "client" | "requestId">) {
    const { client } = this;
    const { status, headers, body } = await this.door().answer({
      ...request,
      origin: ORIGIN,
      client,
      requestId: "asked-by-page",
    });
    const valuesOf = (wanted: string) =>
      headers.filter(([name]) => name === wanted).map(([, value]) => value);
    this.keep(valuesOf("set-cookie"));
    return { status, location: valuesOf("location")[0] ?? "", text: body };
  }

  private keep(cookies: readonly string[]): void {
    this.cookie = cookies.at(-1)?.split(";", 1)[0] ?? this.cookie;
  }

  private door() {
    const { auth } = this.service;
    if (!auth) throw new Error("identity signs people in");
    return auth;
  }
}
