import { insertAccount } from "@convene/identity/account/account.service";
import { BounceService } from "@convene/identity/bounce/bounce.service";
import {
  UNSUBSCRIBE_KEY,
  unsubscribeToken,
} from "@convene/identity/notification/unsubscribe-token.value";
import { NotificationPreferenceService } from "@convene/identity/notification-preference/notification-preference.service";
import { NotificationKind } from "@convene/identity/notification-setting/notification-kind.enum";
import { send } from "../test/attack/graph-client.ts";
import { Tally } from "../test/attack/tally.ts";
import { leakOf } from "../test/attack/verdict.ts";
import { type Graphs, openEmptyGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";

const tally = new Tally();
let graphs: Omit<Graphs, "demo">;
beforeAll(async () => {
  graphs = await openEmptyGraphs(await temporaryFolder("tokens"), { production: true });
}, OPENING);
afterAll(async () => {
  tally.close();
  await graphs.close();
  await removeTemporaryFolders();
});

const kinds = Object.values(NotificationKind);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const parts = () => graphs.opened.services.identity.parts;

  async function makeAccount(who: string) {
    const email = `${who}-${transport.replaceAll(" ", "-")}@example.org`.toLowerCase();
    const account = { name: who, email, emailVerified: true, platform: [] };
    return parts().transactions.write((tx) => insertAccount(tx, account));
  }

  const frequencies = async (account: string) => {
    const preferences = new NotificationPreferenceService(parts().db, parts().transactions);
    return (await preferences.ofAccount(account)).kinds;
  };

  it("stops nobody's mail by a link that was tampered with, or is another's", async () => {
    const [ada, bo] = [await makeAccount("ada"), await makeAccount("bo")];
    const before = await frequencies(bo.id);
    const key = parts().site.keyFor(UNSUBSCRIBE_KEY);
    const [kind] = kinds;
    const good = unsubscribeToken(key, { account: ada.id, kinds: kind ? [kind] : [] });
    const [text = "", signature = ""] = good.split(".");
    const other = encoded({ account: bo.id, kinds });
    const tokens = [
      ...["", ".", "e30.e30", text, `.${signature}`, `${text}.`, `${text}.${signature.slice(1)}`],
      ...[`${other}.${signature}`, `${other}.`, other, `${other}.${text}.${signature}`],
      unsubscribeToken(parts().site.keyFor("bounce"), { account: bo.id, kinds }),
      unsubscribeToken("", { account: bo.id, kinds }),
      `${encoded({ account: ada.id, kinds })}.${signature}`,
      `${text}%00.${signature}`,
      `${"A".repeat(5_000)}.${signature}`,
      "%F0%9F%92%A9.%F0%9F%92%A9",
    ];
    for (const token of tokens) {
      for (const method of ["GET", "POST"]) {
        const reply = await send(`${url()}/auth/unsubscribe?token=${token}`, { method });
        const taken = reply.status < 400 ? `answers ${reply.status}` : null;
        const refused = reply.status >= 400;
        tally.note("links in mails", { refused, leak: taken ?? leakOf(reply) }, token);
      }
    }
    expect(await frequencies(bo.id)).toEqual(before);
    // The right one changes what it names, and only by POST; again, it changes nothing more.
    const right = `${url()}/auth/unsubscribe?token=${good}`;
    expect((await send(right)).status).toBe(200);
    expect(await frequencies(ada.id)).toEqual(before);
    for (const _ of ["once", "again"])
      expect((await send(right, { method: "POST" })).status).toBe(200);
    const after = (await frequencies(ada.id)).map(({ kind: of, frequency }) => [of, frequency]);
    expect(Object.fromEntries(after)).toEqual({
      ...Object.fromEntries(before.map(({ kind: of, frequency }) => [of, frequency])),
      ...(kind && { [kind]: "NEVER" }),
    });
    await parts().db.query("DELETE FROM user_account WHERE id = $1", [ada.id]);
    const late = await send(right, { method: "POST" });
    expect([late.status, leakOf(late)]).toEqual([200, null]);
    expect(tally.leaks).toEqual([]);
  });

  it("believes no report of a mail that its sender never had, and answers each alike", async () => {
    const [ada, bo] = ["ada", "bo"].map((who) => `${who}.${transport.length}@example.org`);
    const bounces = new BounceService(parts());
    const [own, others] = [bounces.tokenFor(ada ?? ""), bounces.tokenFor(bo ?? "")];
    const report = async (token: string) => {
      const body = JSON.stringify({ recipient: `bounce+${token}@x.org`, status: "5.1.1" });
      const { status, text } = await send(`${url()}/auth/bounces`, { method: "POST", body });
      return { status, text };
    };
    const right = await report(own);
    const forged = [
      `${others.slice(0, 32)}${own.slice(32)}`,
      `${others.slice(0, 47)}${others.endsWith("0") ? "1" : "0"}`,
      `${others.slice(0, 32)}${"0".repeat(16)}`,
      `${others.slice(0, 40)}${own.slice(0, 8)}`,
      ...["", "x", "' OR 1=1 --", others.slice(1), "0".repeat(48), bo ?? ""],
    ];
    for (const token of forged) {
      const answer = await report(token);
      const isBelieved = (await bounces.find(bo ?? "")) !== null;
      const told = answer.text === right.text && answer.status === right.status;
      const leak = isBelieved ? "stops the mail of another" : told ? null : answer.text;
      tally.note("reports of returned mail", { refused: !isBelieved, leak }, token);
    }
    expect(await bounces.find(ada ?? "")).not.toBeNull();
    // What somebody has lifted is bad again only by the word of who had the mail.
    await bounces.lift(ada ?? "");
    await report(`${own.slice(0, 47)}${own.endsWith("0") ? "1" : "0"}`);
    expect(await bounces.find(ada ?? "")).toBeNull();
    expect(tally.leaks).toEqual([]);
  });
});
