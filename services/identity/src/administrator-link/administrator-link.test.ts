import { createHarness } from "@convene/shared/testing/harness";
import { identity } from "../definition.ts";
import { AdministratorLinkService } from "./administrator-link.service.ts";

const { service, told } = createHarness(identity);
const ORIGIN = "https://convene.test";

const links = () => new AdministratorLinkService(service().parts.db, service().parts.transactions);

const door = () => {
  const { auth } = service();
  if (!auth) throw new Error("identity signs people in");
  return auth;
};

const open = (path: string, cookie = "") =>
  door().answer({
    method: "GET",
    path,
    origin: ORIGIN,
    headers: { cookie },
    body: "",
    client: "192.0.2.1",
  });

const send = (path: string, form: Record<string, string>, origin = ORIGIN) =>
  door().answer({
    method: "POST",
    path,
    origin: ORIGIN,
    headers: { "content-type": "application/x-www-form-urlencoded", origin },
    body: new URLSearchParams(form).toString(),
    client: "192.0.2.1",
  });

const become = (token: string, given: Record<string, string> = {}) =>
  send("/auth/administrator", { token, name: "Ada Okafor", email: "Ada@Example.org", ...given });

const pathOf = (token: string) => `/auth/administrator?token=${token}`;

it("makes the first administrator by a link that works once", async () => {
  const token = (await links().make()) ?? "";
  // A program that looks at links does not use one up.
  expect((await open(pathOf(token))).status).toBe(200);
  expect((await open(pathOf(token))).status).toBe(200);
  expect((await become(token, { email: "no address" })).body).toContain("This is no mail address");
  expect((await send("/auth/administrator", { token }, "https://evil.example")).status).toBe(403);

  const { status, headers } = await become(token);
  expect(status).toBe(303);
  const cookies = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  expect(cookies).toEqual([
    expect.stringMatching(
      /^__Secure-convene\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ]);
  const [cookie = ""] = cookies[0]?.split(";") ?? [];
  const [account] = await told("Account");
  expect(account?.payload).toEqual({ person: expect.stringMatching(/^per_/), name: "Ada Okafor" });
  expect(await door().session(cookie)).toEqual({
    id: account?.id,
    person: (account?.payload as { person: string }).person,
    platform: ["ADMIN"],
  });
  expect((await open("/auth/account", cookie)).body).toContain("ada@example.org");

  expect((await become(token, { email: "eve@example.org" })).status).toBe(410);
  expect((await open(pathOf(token))).status).toBe(410);
  expect(await links().make()).toBeNull();
  expect(await told("Account")).toHaveLength(1);
});

it("speaks for nobody by a cookie that was changed", async () => {
  expect(await door().session("__Secure-convene.session_token=abc.def")).toBeNull();
});
