import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eventually } from "./eventually.ts";

export interface Seen {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

/** Somebody's browser, as far as signing in goes: it keeps cookies, and sends forms. */
export class Browser {
  private readonly jar = new Map<string, string>();

  /** @param url where the gateway answers */
  constructor(
    readonly url: string,
    cookies: readonly string[] = [],
  ) {
    for (const cookie of cookies) this.keep(cookie);
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(path: string): Promise<Seen> {
    return this.request(path, { method: "GET" });
  }

  /** Sends a form, from a page of this graph unless told. */
  send(path: string, form: Record<string, string>, origin = this.url): Promise<Seen> {
    return this.request(path, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams(form),
    });
  }

  private async request(path: string, init: RequestInit): Promise<Seen> {
    const headers = new Headers(init.headers);
    if (this.jar.size > 0) headers.set("cookie", this.cookie);
    const response = await fetch(this.url + path, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const { status } = response;
    return { status, location: response.headers.get("location"), text: await response.text() };
  }

  private keep(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split("; ");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (attributes.includes("Max-Age=0") || value === "") this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

/** The path of the link in the first mail to somebody, as a file of the folder. */
export async function linkMailed(folder: string, address: string): Promise<string> {
  let path: string | undefined;
  await eventually(async () => {
    path = (await mailsTo(folder, address))[0]?.path;
    return path !== undefined;
  });
  return path ?? "";
}

/** All mails to somebody, in no order. */
export async function mailsTo(folder: string, address: string): Promise<readonly Mailed[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const mails = names.filter((name) => name.endsWith(".eml")).map((name) => readMail(folder, name));
  return (await Promise.all(mails)).filter(({ to }) => to === address);
}

export interface Mailed {
  readonly to: string;
  readonly subject: string;
  /** Of the first link of its text, from its path on. */
  readonly path: string;
}

async function readMail(folder: string, name: string): Promise<Mailed> {
  const raw = await readFile(join(folder, name), "utf8");
  const text = raw.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
  const found = (pattern: RegExp, within = text): string => pattern.exec(within)?.[1] ?? "";
  // Among the headers stands the link that stops mails like it.
  const body = text.slice(text.search(/\r?\n\r?\n/));
  return {
    to: found(/^To: .*?([^\s<>]+@[^\s<>]+)>?\r?$/m),
    subject: found(/^Subject: (.*?)\r?$/m),
    path: found(/http:\/\/convene\.test(\/\S+)/, body),
  };
}
