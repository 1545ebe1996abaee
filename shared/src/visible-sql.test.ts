import fc from "fast-check";
import { buildSchema } from "graphql";
import { Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { Audience, canSee } from "./audience.ts";
import { whereSql } from "./connection/list.ts";
import { ProtectedRow } from "./protection.ts";
import { createHarness } from "./testing/harness.ts";
import { admin, buildViewer } from "./testing/viewers.ts";
import { protectionOf, visibleTo } from "./visible-sql.ts";
import sql, { raw } from "sql-template-tag";

@Entity("kept")
class Kept extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;
}

class Keep1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE kept (id text CONSTRAINT pk_kept PRIMARY KEY,
      audience text NOT NULL, organisations text[] NOT NULL, networks text[] NOT NULL)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE kept");
  }
}

const { db } = createHarness({
  name: "kept",
  entities: [Kept],
  migrations: [Keep1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const ORGANISATIONS = ["org_a", "org_b", "org_c"];
const NETWORKS = ["net_a", "net_b"];

const held = <T extends string>(ids: readonly string[], roles: readonly T[]) =>
  fc.array(fc.record({ id: fc.constantFrom(...ids), role: fc.constantFrom(...roles) }), {
    maxLength: 3,
  });

const viewers = fc.option(
  fc
    .record({
      organisations: held(ORGANISATIONS, ["OWNER", "EDITOR", "DELEGATE"]),
      networks: held(NETWORKS, ["SECRETARIAT", "MEMBER"]),
      groups: held(["grp_a"], ["CO_LEAD", "MEMBER", "OBSERVER"]),
      platform: fc.subarray(["ADMIN", "MODERATOR", "REVIEWER"] as const),
    })
    .map((roles) => buildViewer(roles)),
);

const records = fc.array(
  fc.record({
    audience: fc.constantFrom(...Object.values(Audience)),
    organisations: fc.subarray(ORGANISATIONS),
    networks: fc.subarray(NETWORKS),
  }),
  { maxLength: 15 },
);

it("finds in the database exactly what canSee lets the viewer see", async () => {
  await fc.assert(
    fc.asyncProperty(
      viewers,
      records,
      fc.constantFrom("t", "other"),
      async (viewer, rows, alias) => {
        await db().query("TRUNCATE kept");
        const kept = rows.map((row, index) => ({ id: `r${index}`, ...row }));
        if (kept.length > 0) await db().manager.insert(Kept, kept);
        const { text, values } = sql`SELECT id FROM kept AS ${raw(alias)}
        ${whereSql([visibleTo(viewer, protectionOf(alias))])}`;
        const found = await db().query<{ id: string }[]>(text, values);
        const seen = kept.filter((row) => canSee(viewer, row));
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(seen.map(({ id }) => id)));
      },
    ),
    { numRuns: 60 },
  );
});

describe("canSee", () => {
  const record = { organisations: ["org_a"], networks: ["net_a"] };
  const role = (id: string, held: "OWNER" | "EDITOR" | "DELEGATE") =>
    buildViewer({ organisations: [{ id, role: held }] });
  const member = buildViewer({ networks: [{ id: "net_a", role: "MEMBER" }] });
  const everybody = {
    nobody: null,
    stranger: buildViewer(),
    "another's owner": role("org_b", "OWNER"),
    "network member": member,
    delegate: role("org_a", "DELEGATE"),
    editor: role("org_a", "EDITOR"),
    owner: role("org_a", "OWNER"),
    admin,
  };
  const OWN = ["editor", "owner", "admin"];

  it.each([
    [Audience.PUBLIC, Object.keys(everybody)],
    [Audience.NETWORK, ["network member", "delegate", ...OWN]],
    [Audience.ORGANISATION, ["delegate", ...OWN]],
    [Audience.NOBODY, OWN],
  ])("shows what is for %s to those alone", (audience, allowed) => {
    const seeing = Object.entries(everybody).filter(([, viewer]) =>
      canSee(viewer, { audience, ...record }),
    );
    expect(seeing.map(([name]) => name)).toEqual(allowed);
  });
});
