import { setTimeout } from "node:timers/promises";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { startJobs } from "../../test/start-jobs.ts";
import { identity } from "../definition.ts";
import { ErasureService } from "../erasure/erasure.service.ts";
import { dropPassword, keepPassword } from "../password/password.auth.ts";
import { createBetterAuth } from "../sign-in/sign-in.auth.ts";
import { SecurityNotices } from "./security-notice.service.ts";
import { SECURITY_CHANGES } from "./security-notice.value.ts";

const { service, execute, mails } = createHarness(identity);

/** What is mailed to somebody of their account, once there are so many. */
async function noticesTo(address: string, many: number) {
  const sent = () =>
    mails.filter(({ to, kind }) => kind === "security-notice" && to.address === address);
  for (let tries = 0; sent().length < many && tries < 400; tries += 1) await setTimeout(25);
  return sent();
}

beforeAll(() => startJobs(service()));

it("tells of a password and a key when they are set and when they are removed, in one's language", async () => {
  const email = "ada@example.org";
  const account = await buildAccount(service(), { email, name: "Ada" });
  const browser = await PageBrowser.of(service(), account);
  await browser.get("/auth/account", { "accept-language": "fr-CH, fr;q=0.9, en;q=0.8" });
  await browser.send("/auth/account/password", { password: "violet tractor umbrella 7 sonata" });
  await browser.send("/auth/account/password/remove", {});
  // There is none any more, and nothing to tell.
  await browser.send("/auth/account/password/remove", {});
  const viewer = buildViewer({ id: account.id, person: account.personId });
  const make = `mutation { createApiKey(input: { name: "Export", idempotencyKey: "one" }) { apiKey { id } } }`;
  const { data } = await execute(make, { viewer });
  await execute(make, { viewer });
  const revoke = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { id } }`;
  await execute(revoke, { viewer, id: data?.createApiKey.apiKey.id });

  const sent = await noticesTo(email, 4);
  await setTimeout(200);
  expect(await noticesTo(email, 4)).toHaveLength(4);
  expect(new Set(sent.map(({ language }) => language))).toEqual(new Set(["fr"]));
  const all = sent.map(({ plain }) => plain).join("\n");
  for (const words of ["défini ou changé", "supprimé", "a été créée", "a été révoquée"])
    expect(all).toContain(words);
  expect(all).toContain("https://convene.test/auth/account");
  expect(all).not.toContain("sonata");
  // Whoever was not it is told what to do, and not to ignore it.
  for (const { plain, html } of sent) {
    expect([plain, html].map((text) => text.includes("Si ce n’était pas vous"))).toEqual([
      true,
      true,
    ]);
    expect(plain + html).not.toMatch(/ignorer/);
  }
});

it("tells at the next turn of the day of what a process changed that ended before it told", async () => {
  const email = "cy@example.org";
  const { id: account } = await buildAccount(service(), { email });
  const auth = createBetterAuth(service().parts);
  const password = "violet tractor umbrella 7 sonata";
  await keepPassword(auth, { account, password }, new Headers());
  await keepPassword(auth, { account, password: `${password}!` }, new Headers());
  await dropPassword(auth, account);
  await setTimeout(200);
  expect(await noticesTo(email, 0)).toEqual([]);

  // Who is erased is told nothing.
  const { id: gone } = await buildAccount(service(), { email: "di@example.org" });
  await keepPassword(auth, { account: gone, password }, new Headers());
  await new ErasureService(service().parts.transactions).erase(gone);
  await identity.daily?.(service().parts, "2026-11-29");
  await identity.daily?.(service().parts, "2026-11-29");
  const sent = await noticesTo(email, 3);
  await setTimeout(200);
  expect(await noticesTo(email, 3)).toHaveLength(3);
  expect(sent.filter(({ plain }) => plain.includes("was set"))).toHaveLength(2);
  expect(mails.filter(({ to }) => to.address === "di@example.org")).toEqual([]);
});

it("has words for every change", async () => {
  const email = "bo@example.org";
  const { id } = await buildAccount(service(), { email });
  const notices = new SecurityNotices(service().parts);
  const { transactions } = service().parts;
  for (const change of SECURITY_CHANGES) {
    const told = { accountId: id, change, changedAt: new Date() };
    await transactions.write((tx) => notices.tellIn(tx, told));
  }
  const sent = await noticesTo(email, SECURITY_CHANGES.length);
  expect(new Set(sent.map(({ plain }) => plain)).size).toBe(SECURITY_CHANGES.length);
  expect(sent[0]?.language).toBe("en");
});
