import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { identity } from "../definition.ts";

const { execute, service } = createHarness(identity);
const SET = `mutation ($input: SetPlatformRolesInput!) {
  setPlatformRoles(input: $input) { id roles viewerCanSet } }`;

const set = (viewer: Viewer | null, person: string, roles: readonly string[]) =>
  execute(SET, { viewer, input: { person, roles } });
const codeOf = async (asked: ReturnType<typeof set>) =>
  (await asked).errors?.[0]?.extensions["code"];

it("makes somebody a moderator or a reviewer, whose session says so, and takes it away again", async () => {
  const account = await buildAccount(service(), { email: "ada@example.org" });
  const browser = await PageBrowser.of(service(), account);
  const { data } = await set(admin, account.personId, ["REVIEWER", "MODERATOR", "REVIEWER"]);
  expect(data.setPlatformRoles).toEqual({
    id: account.personId,
    roles: ["MODERATOR", "REVIEWER"],
    viewerCanSet: true,
  });
  expect((await browser.get("/auth/account")).text).toContain("Moderator, Reviewer");
  expect((await set(admin, account.personId, [])).data.setPlatformRoles.roles).toEqual([]);
  expect((await browser.get("/auth/account")).text).not.toContain("Moderator");
});

it("leaves the platform an administrator", async () => {
  const platform = [PlatformRole.ADMIN];
  const one = await buildAccount(service(), { email: "one@example.org", platform });
  expect(await codeOf(set(admin, one.personId, ["REVIEWER"]))).toBe("CONFLICT");
  const browser = await PageBrowser.of(service(), one);
  const kept = await browser.send("/auth/account/data/erase", { email: "one@example.org" });
  expect([kept.status, kept.text]).toEqual([400, expect.stringContaining("only administrator")]);
  expect(await browser.account()).toBe(one.id);
  const other = await buildAccount(service(), { email: "other@example.org", platform });
  const both = [one, other].map(({ personId }) => codeOf(set(admin, personId, [])));
  expect((await Promise.all(both)).sort()).toEqual(["CONFLICT", undefined]);
});

it("is for administrators alone, and for people who have an account", async () => {
  const moderator = buildViewer({ platform: ["MODERATOR"] });
  const key: Viewer = { ...admin, kind: "key", scopes: ["read"] };
  expect(await codeOf(set(null, "per_1", []))).toBe("UNAUTHENTICATED");
  expect(await codeOf(set(moderator, "per_1", ["ADMIN"]))).toBe("FORBIDDEN");
  expect(await codeOf(set(key, "per_1", ["ADMIN"]))).toBe("FORBIDDEN");
  expect(await codeOf(set(admin, "per_1", ["ADMIN"]))).toBe("NOT_FOUND");
});

it("tells administrators alone who has which role, and writes down that they have asked", async () => {
  const platform = [PlatformRole.REVIEWER, PlatformRole.MODERATOR];
  const { personId } = await buildAccount(service(), { email: "listed@example.org", platform });
  await buildAccount(service(), { email: "plain@example.org" });
  const query = `{ platformRoles(first: 100) { totalCount
    nodes { id roles viewerCanSet person { id } } } }`;
  const ask = async (viewer: Viewer | null) => {
    const { data, errors } = await execute(query, { viewer });
    expect(errors).toBeUndefined();
    return data.platformRoles;
  };
  const others = [null, buildViewer(), buildViewer({ platform: ["MODERATOR", "REVIEWER"] })];
  for (const viewer of others) expect(await ask(viewer)).toBeNull();
  const { totalCount, nodes } = await ask(admin);
  const roles = ["MODERATOR", "REVIEWER"];
  expect(nodes).toContainEqual({
    id: personId,
    roles,
    viewerCanSet: true,
    person: { id: personId },
  });
  expect(nodes).toHaveLength(totalCount);
  expect(nodes.filter((one: { roles: unknown[] }) => one.roles.length === 0)).toEqual([]);
  const { audit, db } = service().parts;
  await audit.stop();
  await audit.seal();
  const rows = await db.query<{ content: string }[]>(
    "SELECT content FROM audit_record WHERE kind = 'READ' AND about @> to_jsonb($1::text)",
    [personId],
  );
  const [record, ...more] = rows.map(({ content }) => JSON.parse(content));
  expect([record.who.id, more]).toEqual([admin.id, []]);
  const fields = ["person", "roles"];
  expect(record.reads).toContainEqual({ type: "PlatformRoles", id: personId, fields });
});
