import { setTimeout } from "node:timers/promises";
import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { startJobs } from "../../test/start-jobs.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { identity } from "../definition.ts";
import { forgetMailedLinks } from "./sign-in.service.ts";

const { service, tell, told, mails, db } = createHarness(identity);

/** What the link asks that was mailed to somebody. */
async function linkMailedTo(address: string) {
  await startJobs(service());
  const sent = () => mails.find(({ to, kind }) => to.address === address && kind === "sign-in");
  for (let tries = 0; !sent() && tries < 400; tries += 1) await setTimeout(50);
  const link = new URL(/https:\/\/convene\.test\/\S+/.exec(sent()?.plain ?? "")?.[0] ?? "");
  return Object.fromEntries(link.searchParams);
}

it("ends sessions from before the address was proven, and no invitation goes around that", async () => {
  const email = "first@example.org";
  const platform = [PlatformRole.ADMIN];
  const first = await buildAccount(service(), { email, emailVerified: false, platform });
  const before = await PageBrowser.of(service(), first);
  const id = newId("inv");
  const payload = {
    ...{ network: "UK network", organisation: "Quayside Advice", email, language: null },
    ...{ mailings: 1, expiresAt: "2999-01-01T00:00:00.000Z", isRevoked: false },
  };
  await tell("stakeholders", { type: "Invitation", id, payload });
  expect((await before.send("/auth/invitation", { id })).status).toBe(410);
  expect(await before.account()).toBe(first.id);

  expect((await before.send("/auth/sign-in", { email })).status).toBe(200);
  const owner = new PageBrowser(service());
  expect((await owner.send("/auth/link", await linkMailedTo(email))).status).toBe(303);
  expect([await before.account(), await owner.account()]).toEqual([null, first.id]);
  await owner.send("/auth/invitation", { id });
  expect(await told("Acceptance")).toMatchObject([{ id, payload: { person: first.personId } }]);
  expect([await before.account(), await owner.account()]).toEqual([null, first.id]);
});

it("mails an address once a minute, five times an hour and twenty times a day, and tells nobody", async () => {
  const email = "often@example.org";
  let asked = 0;
  const ask = async () => {
    asked += 1;
    // Each from elsewhere: the limit is the address's.
    const browser = new PageBrowser(service(), `192.0.2.${asked}`);
    return (await browser.send("/auth/sign-in", { email: asked % 2 ? email : "Often@example.org" }))
      .text;
  };
  const minutesPass = (minutes: number) =>
    db().query("UPDATE mailed_link SET mailed_at = mailed_at - make_interval(mins => $1)", [
      minutes,
    ]);
  const count = async () => (await db().query<unknown[]>("SELECT 1 FROM mailed_link")).length;
  await db().query("DELETE FROM mailed_link");

  const answer = await ask();
  expect(await ask()).toBe(answer);
  expect(await count()).toBe(1);
  for (let tries = 0; tries < 6; tries += 1) {
    await minutesPass(2);
    expect(await ask()).toBe(answer);
  }
  expect(await count()).toBe(5);
  for (let hours = 0; hours < 20; hours += 1) {
    await minutesPass(31);
    await ask();
  }
  expect(await count()).toBe(20);
  await minutesPass(24 * 60);
  await forgetMailedLinks(service().parts.db);
  expect(await count()).toBe(0);
});
