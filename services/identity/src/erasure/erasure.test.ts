import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { buildAccount } from "../../test/page-browser.ts";
import type { Account } from "../account/account.entity.ts";
import { identity } from "../definition.ts";
import { sendSignInLink } from "../sign-in/sign-in.job.ts";
import { ErasureService } from "./erasure.service.ts";

const { service, db } = createHarness(identity);

/** Somebody to whom a link is on its way. */
async function buildWaiting(email: string): Promise<Account> {
  const account = await buildAccount(service(), { email });
  await db().query(
    `INSERT INTO verification (id, identifier, value, created_at, updated_at, expires_at)
     VALUES ($1, $1, $2, now(), now(), now() + interval '1 day')`,
    [newId("idt"), JSON.stringify({ email, attempt: 0 })],
  );
  const link = { email, nonce: newId("idt"), languages: [], invitation: null };
  await service().parts.transactions.write((tx) => tx.enqueue(sendSignInLink, link));
  return account;
}

const holdingOf = ({ personId: person }: Account, viewer = buildViewer({ person })) =>
  service().personalData(viewer, { person, accounts: [], addresses: [] });

it("tells and erases what is of an address, and nothing of another that has it inside", async () => {
  const ann = await buildWaiting("ann@x.org");
  const others = await Promise.all(
    ["joann@x.org", "jo-ann@x.org", "ann@x.org.uk"].map((email) => buildWaiting(email)),
  );
  const { records } = await holdingOf(ann);
  expect(records["jobs"]).toMatchObject([{ data: { email: "ann@x.org" } }]);
  expect(records["linksToSignIn"]).toHaveLength(1);
  await new ErasureService(service().parts.transactions).erase(ann.id);
  expect(await db().query("SELECT value FROM verification WHERE value ~ '\"ann@x.org\"'")).toEqual(
    [],
  );
  for (const other of others) {
    const kept = await holdingOf(other);
    expect(kept.records["jobs"]).toMatchObject([{ data: { email: other.email } }]);
    expect(kept.records["linksToSignIn"]).toHaveLength(1);
  }
});

it("tells an administrator that there are jobs, and not what is in them", async () => {
  const bo = await buildWaiting("bo@x.org");
  const { records } = await holdingOf(bo, admin);
  expect(records["jobs"]).toMatchObject([{ kind: "send-sign-in-link" }]);
  expect(JSON.stringify(records["jobs"])).not.toContain("bo@x.org");
});
