import { createHarness } from "@convene/shared/testing/harness";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";
import { sendNotifications } from "../notification/notification.job.ts";
import { sendSignInLink } from "../sign-in/sign-in.job.ts";

const { service, mails, tell } = createHarness(identity);

const signal = AbortSignal.abort();
const run = (id: string) => ({ id, attempt: 1, signal });

/** As Postfix sends it back, to the sender of the mail. */
const reportTo = (address: string, status = "5.1.1", action = "failed") => `Return-Path: <>
To: ${address}
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; somebody@example.org
Action: ${action}
Status: ${status}
--b--
`;

it("stops mail to an address from which it comes back, until its owner lifts that", async () => {
  const ada = await buildAccount(service(), { email: "ada@example.org" });
  let count = 0;
  const notify = async () => {
    const item = { event: "MESSAGE_RECEIVED", title: "Hello", name: "Bo", text: null };
    const payload = { people: [ada.personId], moderators: false, except: null, item };
    await tell("stakeholders", { type: "Notice", id: `ntc_${(count += 1)}`, payload });
    const until = new Date(Date.now() + 60_000).toISOString();
    const due = { account: ada.id, until, only: null };
    await sendNotifications.run(service().parts, due, run(`job-${count}`));
    return mails.filter(({ to }) => to.address === ada.email).length;
  };
  expect(await notify()).toBe(1);
  const token = mails[0]?.bounce ?? "";
  expect(token).toMatch(/^[0-9a-f]{48}$/);
  const sender = `bounce+${token}@mail.example.org`;
  const stranger = new PageBrowser(service());
  const report = async (body: string) => {
    expect((await stranger.post("/auth/bounces", body)).status).toBe(202);
  };
  const forged = sender.replace(/.@/, (last) => (last === "0@" ? "1@" : "0@"));
  await report(reportTo(forged));
  await report(reportTo(sender, "4.4.1", "delayed"));
  await report(reportTo(sender, "5.2.2"));
  await report("nothing of the kind");
  expect(await notify()).toBe(2);

  await report(reportTo(sender));
  expect(await notify()).toBe(2);
  const link = { email: ada.email, nonce: "abc", languages: [], invitation: null };
  await sendSignInLink.run(service().parts, link, run("link"));
  expect(mails.at(-1)).toMatchObject({ kind: "sign-in", to: { address: ada.email } });
  const browser = await PageBrowser.of(service(), ada);
  expect((await browser.get("/auth/account/mail")).text).toContain("5.1.1");
  expect((await browser.send("/auth/account/mail/resume", {})).status).toBe(303);
  expect((await browser.get("/auth/account/mail")).text).not.toContain("5.1.1");
  expect(await notify()).toBe(4);

  await report(JSON.stringify({ recipient: sender, status: "5.1.10" }));
  expect((await browser.get("/auth/account/mail")).text).toContain("5.1.10");
});
