import { buildSchema } from "graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { ConnectionArgs } from "../connection/connection.ts";
import { createHarness } from "../testing/harness.ts";
import { buildViewer } from "../testing/viewers.ts";
import { type Asking, whileAsking } from "./asking.ts";
import { type AuditContent, contentSchema } from "./audit-content.ts";
import { destroyKeys } from "./audit-key.ts";
import { AuditFilterInput } from "./audit-log.inputs.ts";

@Entity()
class Friend {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  name!: string;

  @Column("text")
  town!: string;

  @Column("text")
  secret!: string;
}

class Friends1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE friend (id text CONSTRAINT pk_friend PRIMARY KEY,
      name text NOT NULL, town text NOT NULL, secret text NOT NULL)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE friend");
  }
}

const { db, service } = createHarness({
  name: "friends",
  entities: [Friend],
  migrations: [Friends1800000000000],
  replicas: [],
  audit: { tables: { friend: { personal: ["name"], unrecorded: ["secret"], ends: ["id"] } } },
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

const audit = () => service().parts.audit;
const friends = () => db().manager.getRepository(Friend);
const build = (id: string, more: Partial<Friend> = {}) => ({
  ...{ id, name: "Amina Ferrybridge", town: "Leith", secret: "hush" },
  ...more,
});
const ada: Asking = {
  viewer: { kind: "account", id: "acc_ada", person: "per_ada" },
  operation: "updateFriend",
  client: "192.0.2.7",
  requestId: "request-1",
};

/** What the log came to hold by some work. */
async function recordsOf(work: () => Promise<unknown>): Promise<AuditContent[]> {
  await audit().seal();
  const { head } = await audit().verify();
  await work();
  await audit().seal();
  const rows: { content: string }[] = await db().query(
    "SELECT content FROM audit_record WHERE sequence > $1 ORDER BY sequence",
    [head.sequence],
  );
  return rows.map(({ content }) => contentSchema.parse(JSON.parse(content)));
}

/** As somebody with the database's own password might, and puts it back. */
async function whileTampered<T>(change: string, work: () => Promise<T>): Promise<T> {
  const runner = db().createQueryRunner();
  await runner.startTransaction();
  await runner.query("ALTER TABLE audit_record DISABLE TRIGGER audit_guard");
  await runner.query("CREATE TABLE kept AS SELECT sequence, content, hash FROM audit_record");
  await runner.query(change);
  await runner.commitTransaction();
  try {
    return await work();
  } finally {
    await runner.query(`DELETE FROM audit_record;
      INSERT INTO audit_record (sequence, content, hash) SELECT * FROM kept;
      DROP TABLE kept; ALTER TABLE audit_record ENABLE TRIGGER audit_guard`);
    await runner.release();
  }
}

describe("what is recorded", () => {
  it("is one record of a transaction: who, what, from where, and only what has changed", async () => {
    await friends().insert(build("frd_1"));
    const [record, ...more] = await recordsOf(() =>
      whileAsking(ada, () =>
        service().parts.transactions.write(async ({ manager }) => {
          await manager.update(Friend, { id: "frd_1" }, { town: "Oban", secret: "other" });
          await manager.insert(Friend, build("frd_2"));
        }),
      ),
    );
    expect(more).toEqual([]);
    expect(record).toMatchObject({ who: ada.viewer, what: "updateFriend", request: "request-1" });
    expect(record?.from).toMatchObject({ sealed: "per_ada" });
    expect(record?.changes).toMatchObject([
      {
        action: "UPDATE",
        ids: ["frd_1"],
        fields: [{ name: "town", before: "Leith", after: "Oban" }],
      },
      { action: "INSERT", ids: ["frd_2"] },
    ]);
    expect(JSON.stringify(record)).not.toMatch(/Amina|hush|192\.0\.2\.7/);
  });

  it("is nothing of what was rolled back, nor of what changes nothing", async () => {
    const written = await recordsOf(async () => {
      await expect(
        service().parts.transactions.write(async ({ manager }) => {
          await manager.insert(Friend, build("frd_3"));
          throw new Error("never mind");
        }),
      ).rejects.toThrow("never mind");
      await db().query("UPDATE friend SET town = town");
    });
    expect(written).toEqual([]);
  });

  it("is told of a write without a transaction too, and not of the next on its connection", async () => {
    const insert = (id: string) =>
      db().query("INSERT INTO friend VALUES ($1, 'Bo', 'Oban', 'hush')", [id]);
    const written = await recordsOf(async () => {
      await whileAsking({ ...ada, operation: "/auth/sign-in" }, () => insert("frd_4"));
      await insert("frd_5");
    });
    expect(written.map(({ what, who }) => [what, who?.id])).toEqual([
      ["/auth/sign-in", "acc_ada"],
      [null, undefined],
    ]);
  });

  it("names the rows where very many are written at once", async () => {
    const [record] = await recordsOf(() =>
      db().query(`INSERT INTO friend SELECT 'bulk' || n, 'Bo', 'Oban', 'hush'
        FROM generate_series(1, 300) AS n`),
    );
    expect(record?.changes).toMatchObject([{ action: "INSERT", rows: 300, fields: [] }]);
    expect(record?.changes[0]?.ids).toHaveLength(300);
  });

  it("is who read whose fields, once for a request, and not one's own", async () => {
    const viewer = buildViewer({ id: "acc_ada", person: "per_ada" });
    const written = await recordsOf(async () => {
      const { reads } = service().createContext(viewer, "request-2", null);
      reads?.note({ type: "Friend", id: "per_ada", field: "name" });
      for (const field of ["town", "name", "name"])
        reads?.note({ type: "Friend", id: "frd_1", field });
      await audit().stop();
    });
    expect(written).toMatchObject([
      {
        kind: "READ",
        who: ada.viewer,
        request: "request-2",
        reads: [{ type: "Friend", id: "frd_1", fields: ["name", "town"] }],
      },
    ]);
  });
});

describe("the chain", () => {
  it.each([
    [
      "changed",
      "UPDATE audit_record SET content = replace(content, 'Leith', 'Lyons') WHERE sequence = 1",
      1,
    ],
    [
      "changed together with its hash",
      `UPDATE audit_record SET content = replace(content, 'Leith', 'Lyons'),
        hash = encode(sha256(convert_to(replace(content, 'Leith', 'Lyons'), 'UTF8')), 'hex')
       WHERE sequence = 1`,
      2,
    ],
    ["removed", "DELETE FROM audit_record WHERE sequence = 2", 2],
    [
      "put in another order",
      `UPDATE audit_record a SET content = b.content, hash = b.hash FROM audit_record b
       WHERE a.sequence IN (2, 3) AND b.sequence = 5 - a.sequence`,
      2,
    ],
    ["cut off at its end", "DELETE FROM audit_record WHERE sequence > 2", 3],
    ["cut off whole", "DELETE FROM audit_record", 1],
  ])("does not hold when it was %s", async (_, change, sequence) => {
    await audit().seal();
    const { head, fault } = await audit().verify();
    expect(fault).toBeNull();
    const found = await whileTampered(change, () => audit().verify(head));
    expect(found.fault?.sequence).toBe(sequence);
    expect((await audit().verify(head)).fault).toBeNull();
  });

  it.each([
    "UPDATE audit_record SET hash = ''",
    "DELETE FROM audit_record",
    "TRUNCATE audit_record",
  ])("is only ever added to: %s", async (statement) => {
    await expect(db().query(statement)).rejects.toThrow("only ever added to");
  });

  it("follows on, whoever seals at the same moment, and tells what is not yet sealed", async () => {
    await friends().insert(build("frd_6"));
    expect(await audit().verify()).toMatchObject({ unsealed: 1, fault: null });
    await Promise.all([1, 2, 3].map(() => audit().seal()));
    expect(await audit().verify()).toMatchObject({ unsealed: 0, fault: null });
  });
});

describe("erasure", () => {
  const admin = buildViewer({ platform: ["ADMIN"] });
  const nameOf = async (id: string) => {
    const filter = Object.assign(new AuditFilterInput(), { about: id });
    const args = new ConnectionArgs();
    const page = await audit().records.list({ viewer: admin, filter, args, reads: undefined });
    const fields = page?.nodes.flatMap(({ changes }) => changes.flatMap((one) => one.fields)) ?? [];
    return fields
      .filter(({ name }) => name === "name")
      .map(({ after, isErased }) => [after, isErased]);
  };

  it("destroys the key: nobody reads the values any more, and the chain holds", async () => {
    await friends().insert(build("frd_gone"));
    await audit().seal();
    expect(await nameOf("frd_gone")).toEqual([['"Amina Ferrybridge"', false]]);
    await destroyKeys(db(), ["frd_gone"]);
    expect(await nameOf("frd_gone")).toEqual([[null, true]]);
    expect((await audit().verify()).fault).toBeNull();
  });

  it("comes with the deletion of the row, and is for good", async () => {
    await friends().insert(build("frd_deleted"));
    await audit().seal();
    await friends().delete({ id: "frd_deleted" });
    await audit().seal();
    await friends().insert(build("frd_deleted"));
    await audit().seal();
    const erased = [null, true];
    expect(await nameOf("frd_deleted")).toEqual([erased, erased, erased]);
    const [{ found }] = await db().query<[{ found: number }]>(
      `SELECT count(*)::integer AS found FROM audit_record r, audit_key k
       WHERE k.subject = 'frd_deleted' AND k.secret IS NOT NULL`,
    );
    expect(found).toBe(0);
  });

  it.each([300, 5_500])("comes with each of %s rows that are deleted at once", async (count) => {
    await friends().insert([1, count].map((n) => build(`many_${count}_${n}`)));
    await audit().seal();
    await db().query(
      `INSERT INTO friend SELECT 'many_${count}_' || n, 'Bo', 'Oban', 'hush'
       FROM generate_series(2, ${count - 1}) AS n`,
    );
    const [record] = await recordsOf(() =>
      db().query(`DELETE FROM friend WHERE id LIKE 'many_${count}_%'`),
    );
    const destroyed = record?.changes.find(({ entity }) => entity === "audit_key");
    expect(destroyed).toMatchObject({ action: "DELETE", rows: count });
    expect(await nameOf(`many_${count}_${count}`)).toContainEqual([null, true]);
    expect((await audit().verify()).fault).toBeNull();
  });

  it("is a record of whoever asks for it, where another service has erased them", async () => {
    await friends().insert(build("frd_elsewhere"));
    const [record] = await recordsOf(() =>
      whileAsking({ ...ada, operation: "the feed" }, () =>
        db().transaction((manager) => destroyKeys(manager, ["frd_elsewhere"])),
      ),
    );
    expect(record).toMatchObject({ what: "the feed", about: ["frd_elsewhere"] });
    expect(record?.changes).toMatchObject([{ entity: "audit_key", ids: ["frd_elsewhere"] }]);
    expect(await recordsOf(() => destroyKeys(db(), ["frd_elsewhere"]))).toEqual([]);
  });

  it.each([
    ["emptied", "UPDATE audit_key SET secret = NULL, destroyed_at = now()"],
    ["changed", "UPDATE audit_key SET secret = sha256('another')"],
    ["deleted", "DELETE FROM audit_key"],
  ])("shows when a key was %s and no record tells of it", async (word, change) => {
    const id = `key_${word}`;
    const [record] = await recordsOf(() => friends().insert(build(id)));
    await db().query(`CREATE TABLE kept AS SELECT * FROM audit_key WHERE subject = '${id}';
      ${change} WHERE subject = '${id}'`);
    const { fault } = await audit().verify();
    await db().query(`DELETE FROM audit_key WHERE subject = '${id}';
      INSERT INTO audit_key SELECT * FROM kept; DROP TABLE kept`);
    expect(fault?.why).toBe(`the key of ${id} is gone, and no record tells of it`);
    expect(fault?.sequence).toBe(record?.sequence);
    expect((await audit().verify()).fault).toBeNull();
  });
});
