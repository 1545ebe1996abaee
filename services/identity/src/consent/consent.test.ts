import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import type { Account } from "../account/account.entity.ts";
import { identity } from "../definition.ts";
import { NOTICE_VERSION } from "./consent.service.ts";

const { db, execute, service, told } = createHarness(identity);
let account: Account;
beforeAll(async () => {
  account = await buildAccount(service(), { email: "ada@example.org" });
});

const GIVE =
  "mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { id given means } }";
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) { given recordedAt } }`;
const LISTING = { kind: "PUBLIC_LISTING" };
const self = () => buildViewer({ id: account.id, person: account.personId });
const listed = async () =>
  (await told("Listing")).filter(({ id }) => id === account.personId).map(({ payload }) => payload);
const saidNow = async (viewer = self()) =>
  (
    await execute("{ me { noticeVersion viewerCanConsent consents { kind version given } } }", {
      viewer,
    })
  ).data.me;

it("adds what was agreed to and what was withdrawn, and tells of it; the same again adds nothing", async () => {
  const first = await execute(GIVE, { viewer: self(), input: LISTING });
  expect(first.data.giveConsent).toMatchObject({ given: true, means: "GRAPH" });
  const again = await execute(GIVE, { viewer: self(), input: LISTING });
  expect(again.data.giveConsent.id).toBe(first.data.giveConsent.id);
  expect(await listed()).toEqual([{ listed: true }]);
  const { data } = await execute(WITHDRAW, { viewer: self(), input: LISTING });
  expect(data.withdrawConsent).toMatchObject({ given: false });
  expect(await listed()).toEqual([{ listed: false }]);
  expect(await saidNow()).toMatchObject({
    viewerCanConsent: true,
    consents: [
      { kind: "PUBLIC_LISTING", version: null, given: false },
      { kind: "PUBLIC_LISTING", version: null, given: true },
    ],
  });
});

it("knows which version of the notice somebody has agreed to, and takes the one of now alone", async () => {
  const agree = (version: string) =>
    execute(GIVE, { viewer: self(), input: { kind: "PRIVACY_NOTICE", version } });
  expect((await agree("1999-01")).errors?.[0]?.extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    field: "version",
  });
  expect((await agree(NOTICE_VERSION)).errors).toBeUndefined();
  const { consents, noticeVersion } = await saidNow();
  expect(consents[0]).toEqual({ kind: "PRIVACY_NOTICE", version: noticeVersion, given: true });
});

it("is not for anonymous viewers, keys, links, or tokens without an account", async () => {
  const codes = [null, self(), self(), buildViewer({ id: "nobody" })].map(async (viewer, index) => {
    const kind = (["account", "key", "link", "account"] as const)[index] ?? "account";
    const asking = viewer && { ...viewer, kind, scopes: ["write"] };
    return (await execute(GIVE, { viewer: asking, input: LISTING })).errors?.[0]?.extensions[
      "code"
    ];
  });
  expect(await Promise.all(codes)).toEqual([
    "UNAUTHENTICATED",
    "FORBIDDEN",
    "FORBIDDEN",
    "FORBIDDEN",
  ]);
});

it("is changed by nobody, and goes with the account alone", async () => {
  const refused = "never changed";
  await expect(db().query("UPDATE consent SET given = true")).rejects.toThrow(refused);
  await expect(db().query("DELETE FROM consent")).rejects.toThrow(refused);
  const other = await buildAccount(service(), { email: "bo@example.org" });
  const viewer = buildViewer({ id: other.id });
  await execute(GIVE, { viewer, input: LISTING });
  await db().query("DELETE FROM user_account WHERE id = $1", [other.id]);
  const left: unknown[] = await db().query("SELECT 1 FROM consent WHERE account_id = $1", [
    other.id,
  ]);
  expect(left).toEqual([]);
});

it("is asked for on the page of one's data, which tells what was said when", async () => {
  const browser = await PageBrowser.of(service(), account);
  const path = "/auth/account/data";
  const asked = (await browser.get(path)).text;
  expect(asked).toContain("Let everybody see me");
  // What is to be read first is there, for everybody, in the language of the reader.
  expect(asked).toContain('href="/auth/privacy"');
  const stranger = new PageBrowser(service());
  for (const [language, words] of [
    ["en", "have yourself erased"],
    ["ar", "سجل للمديرين"],
    ["zh", "撤回同意"],
  ] as const) {
    const notice = await stranger.get("/auth/privacy", { "accept-language": language });
    expect(notice.status).toBe(200);
    expect(notice.text).toContain(words);
    expect(notice.text).toContain(NOTICE_VERSION);
  }
  const given = await browser.send(`${path}/consent`, { kind: "PUBLIC_LISTING", given: "yes" });
  expect(given).toMatchObject({ status: 303, location: path });
  const { text } = await browser.get(path);
  expect(text).toContain("Show me to my networks alone");
  expect(text.replaceAll(/\s+/g, " ")).toMatch(
    /Everybody may see your profile <span[^>]*>withdrawn/,
  );
  expect((await browser.send(`${path}/consent`, { kind: "ELSE", given: "yes" })).status).toBe(303);
  expect((await saidNow()).consents).toHaveLength(4);
});
