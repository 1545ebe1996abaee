import { buildSchema } from "graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { z } from "zod";
import { Audience } from "../audience.ts";
import { ProtectedRow, protectionSchema } from "../protection.ts";
import { createHarness } from "../testing/harness.ts";
import { Transaction } from "../database/transaction.ts";
import { replicaTable, withFollowing } from "./replica.ts";

@Entity()
class Kept extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text", { nullable: true })
  shortName!: string | null;

  @Column("jsonb")
  details!: object;

  @Column("date", { nullable: true })
  startDate!: string | null;
}

class Keep1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE kept (id text CONSTRAINT pk_kept PRIMARY KEY,
      version bigint NOT NULL, short_name text, details jsonb NOT NULL, start_date date,
      audience text NOT NULL, organisations text[] NOT NULL, networks text[] NOT NULL)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE kept");
  }
}

const { db, sqlOf } = createHarness({
  name: "keeping",
  entities: [Kept],
  migrations: [Keep1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const payload = z.object({ protection: protectionSchema, name: z.string().nullable() });
const replica = replicaTable({
  source: "owner",
  type: "Kept",
  payload,
  entity: Kept,
  row: ({ id, payload: { protection, name } }) => ({
    ...protection,
    ...{ id, shortName: name, details: { "a 'b'": [1, null] }, startDate: "2024-02-29" },
  }),
});

const change = (id: string, version: number, name: string | null) => ({
  ...{ id, version },
  payload: {
    protection: { audience: Audience.NETWORK, organisations: ["org_a"], networks: ["{x}", '"'] },
    name,
  },
});
const rowOf = (id: string) => db().manager.findOneBy(Kept, { id });

beforeEach(() => replica.clear(db().manager));

it("keeps every kind of column as it was told", async () => {
  await replica.apply(db().manager, [change("k1", 3, "it's")]);
  expect(await rowOf("k1")).toEqual(
    Object.assign(new Kept(), {
      id: "k1",
      version: "3",
      shortName: "it's",
      details: { "a 'b'": [1, null] },
      startDate: "2024-02-29",
      audience: Audience.NETWORK,
      organisations: ["org_a"],
      networks: ["{x}", '"'],
    }),
  );
});

it("is replaced and taken away by a newer version alone", async () => {
  await replica.apply(db().manager, [change("k1", 5, "fifth")]);
  await replica.apply(db().manager, [change("k1", 4, "fourth"), change("k2", 1, null)]);
  expect([(await rowOf("k1"))?.shortName, (await rowOf("k2"))?.shortName]).toEqual(["fifth", null]);
  await replica.remove(db().manager, [{ id: "k1", version: 5 }]);
  expect(await rowOf("k1")).not.toBeNull();
  await replica.remove(db().manager, [
    { id: "k1", version: 6 },
    { id: "k2", version: 2 },
    { id: "never there", version: 9 },
  ]);
  expect(await db().manager.count(Kept)).toBe(0);
  await replica.apply(db().manager, [change("k1", 7, "again")]);
  expect((await rowOf("k1"))?.shortName).toBe("again");
});

it("is written in one statement, however many there are, and none for none", async () => {
  const { manager } = db();
  const changes = Array.from({ length: 50 }, (_, index) => change(`k${index}`, 1, null));
  expect(await sqlOf(() => replica.apply(manager, changes))).toHaveLength(1);
  expect(await sqlOf(() => replica.remove(manager, changes))).toHaveLength(1);
  expect(await sqlOf(() => replica.apply(manager, []))).toHaveLength(0);
  expect(await sqlOf(() => replica.remove(manager, []))).toHaveLength(0);
});

it("does what follows from changes and from ends once they are kept, in the service's name", async () => {
  const done: string[] = [];
  const note = (what: string) => () => Promise.resolve(void done.push(what));
  const following = withFollowing(
    {
      ...{ source: "owner", type: "Kept", payload: z.unknown(), clear: note("clear") },
      ...{ apply: note("apply"), follow: note("follow") },
      ...{ remove: note("remove"), followRemoval: note("follow removal") },
    },
    (manager) => new Transaction(manager, "keeping"),
  );
  await following.apply(db().manager, []);
  await following.remove(db().manager, []);
  expect(done).toEqual(["apply", "follow", "remove", "follow removal"]);
});
