import { setTimeout } from "node:timers/promises";
import { createHarness } from "@convene/shared/testing/harness";
import { identity } from "../definition.ts";
import { InvitationService } from "./invitation.service.ts";

const { service, tell, told, mails, db } = createHarness(identity);

const payload = {
  network: "UK network",
  organisation: "Ferrybridge Shelter",
  email: "owner@example.org",
  language: "fr",
  mailings: 1,
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  isRevoked: false,
};

const invitation = (id: string, overrides: Partial<typeof payload> = {}) => ({
  type: "Invitation",
  id,
  payload: { ...payload, ...overrides },
});

const invitations = () => new InvitationService(service().parts);

let working = false;

/** What the jobs have sent, once there are so many. */
async function sent(many: number) {
  if (!working) await service().start({ onChange: () => () => undefined });
  working = true;
  for (let tries = 0; mails.length < many && tries < 400; tries += 1) await setTimeout(50);
  expect(mails).toHaveLength(many);
  return mails.map(({ to, language, subject, plain }) => ({
    to: to.address,
    language,
    subject,
    token: /token=(\S+)/.exec(plain)?.[1] ?? "",
  }));
}

it("mails an invitation in its language once for each mailing, also when the feed is read again", async () => {
  await tell("stakeholders", invitation("inv_1"), invitation("inv_2", { isRevoked: true }));
  await tell("stakeholders", invitation("inv_1", { mailings: 2 }));
  await service().parts.feeds.rebuild();
  const [one, two] = await sent(2);
  expect(one).toMatchObject({
    to: "owner@example.org",
    language: "fr",
    subject: "Invitation à rejoindre UK network",
  });
  expect(two?.token).toBe(one?.token);
  // Nothing that is stored holds it.
  const stored = await db().query<{ found: string }[]>(
    "SELECT to_jsonb(t)::text AS found FROM invitation AS t",
  );
  expect(JSON.stringify(stored)).not.toContain(one?.token.split(".")[1]);
});

it("is accepted once, by the account of its address, until it is taken back or over", async () => {
  const [{ token } = { token: "" }] = await sent(2);
  expect(await invitations().find("inv_1.forged")).toBeNull();
  expect(await invitations().find(token)).toMatchObject({ account: null });
  await expect(invitations().accept({ token, name: " " })).rejects.toThrow(
    "name must not be blank",
  );

  await tell("stakeholders", invitation("inv_1", { mailings: 2, isRevoked: true }));
  expect(await invitations().accept({ token, name: "Bo" })).toBeNull();
  await tell(
    "stakeholders",
    invitation("inv_1", { mailings: 2, expiresAt: "2020-01-01T00:00:00.000Z" }),
  );
  expect(await invitations().find(token)).toBeNull();
  await tell("stakeholders", invitation("inv_1", { mailings: 2 }));
  const both = await Promise.all(
    ["Bo", "Eve"].map((name) => invitations().accept({ token, name })),
  );
  const [account, none] = both.toSorted(
    (one, other) => Number(other !== null) - Number(one !== null),
  );
  expect([account?.email, none]).toEqual(["owner@example.org", null]);
  const [acceptance] = await told("Acceptance");
  expect(acceptance).toMatchObject({ id: "inv_1", payload: { person: account?.personId } });
  expect(await invitations().find(token)).toBeNull();
});
