import { createHarness } from "@convene/shared/testing/harness";
import type { Account } from "../account/account.entity.ts";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";

const { service, db } = createHarness(identity);
const PATH = "/auth/account/keys";

let ada: Account;
let browser: PageBrowser;
beforeEach(async () => {
  await db().query("DELETE FROM user_account");
  ada = await buildAccount(service(), { email: "ada@example.org" });
  browser = await PageBrowser.of(service(), ada);
});

const secretIn = (text: string) => /<code dir="ltr">(cnv_[\w-]{43})<\/code>/.exec(text)?.[1] ?? "";
const idIn = (text: string) => /name="id" value="(key_\w+)"/.exec(text)?.[1] ?? "";
const holder = (secret: string) => service().auth?.key(secret);

it("makes a key with scopes and an end, shows it once, lists it, and ends it", async () => {
  const made = await browser.send(PATH, { name: "Nightly <export>", scope: "WRITE", days: "30" });
  const secret = secretIn(made.text);
  expect([made.status, secret]).toEqual([200, expect.stringMatching(/^cnv_/)]);
  expect(await holder(secret)).toMatchObject({ id: ada.id, scopes: ["read", "write"] });
  const [row] = await db().query("SELECT expires_at - created_at AS good FROM api_key");
  expect(row.good).toMatchObject({ days: 30 });

  const listed = (await browser.get(PATH)).text;
  expect(listed).toContain("Nightly &lt;export&gt;");
  expect(listed).not.toContain(secret);
  const ended = await browser.send(`${PATH}/revoke`, { id: idIn(listed) });
  expect([ended.status, ended.location]).toEqual([303, PATH]);
  expect(await holder(secret)).toBeNull();
  expect((await browser.send(`${PATH}/revoke`, { id: idIn(listed) })).status).toBe(303);
});

it.each([
  ["no name", { name: " ", days: "30" }, "Say what it is for"],
  ["no end", { name: "Export", days: "" }, "good for 1 to 365 days"],
  ["too late an end", { name: "Export", days: "366" }, "good for 1 to 365 days"],
])("says what is wrong with %s, and makes none", async (_, form, words) => {
  const { status, text } = await browser.send(PATH, form);
  expect([status, secretIn(text)]).toEqual([400, ""]);
  expect(text).toContain(words);
  expect(await db().query("SELECT 1 FROM api_key")).toEqual([]);
});

it("is for its owner alone, who has just signed in and whose address is proven", async () => {
  const { text } = await browser.send(PATH, { name: "Export", days: "30" });
  const id = idIn((await browser.get(PATH)).text);
  const eve = await buildAccount(service(), { email: "eve@example.org", emailVerified: false });
  const other = await PageBrowser.of(service(), eve);
  expect((await other.get(PATH)).text).not.toContain("Export");
  await other.send(`${PATH}/revoke`, { id });
  expect(await holder(secretIn(text))).not.toBeNull();
  expect((await other.send(PATH, { name: "Export", days: "30" })).text).toContain("First sign in");
  expect((await new PageBrowser(service()).get(PATH)).location).toBe("/auth/sign-in");
  await db().query("UPDATE session SET created_at = now() - interval '16 minutes'");
  expect((await browser.send(PATH, { name: "Late", days: "30" })).text).toContain("once more");
  expect(await db().query("SELECT 1 FROM api_key")).toHaveLength(1);
});
