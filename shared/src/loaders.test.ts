import { buildSchema } from "graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { loadMany, loadOne } from "./loaders.ts";
import { createHarness } from "./testing/harness.ts";

@Entity()
class Leaf {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  branch!: string;

  @Column("boolean")
  hidden!: boolean;
}

class Leaves1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE leaf (id text CONSTRAINT pk_leaf PRIMARY KEY,
      branch text NOT NULL, hidden boolean NOT NULL)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE leaf");
  }
}

const { db, sqlOf } = createHarness({
  name: "leaves",
  entities: [Leaf],
  migrations: [Leaves1800000000000],
  replicas: [],
  createSchema: () => buildSchema("type Query { nothing: String }"),
  createLoaders: () => ({}),
});

beforeAll(() =>
  db().manager.insert(Leaf, [
    { id: "a1", branch: "a", hidden: false },
    { id: "a2", branch: "a", hidden: true },
    { id: "b1", branch: "b", hidden: false },
  ]),
);

const maySee = ({ hidden }: Leaf) => !hidden;

it("loads one row for each key in one statement, null for what is missing or hidden", async () => {
  const leaves = loadOne(db().manager, { entity: Leaf, key: "id", maySee });
  const keys = ["b1", "a2", "nothing", "a1", "b1"];
  const load = () => Promise.all(keys.map((key) => leaves.load(key)));
  let loaded: (Leaf | null)[] = [];
  expect(await sqlOf(async () => (loaded = await load()))).toHaveLength(1);
  expect(loaded.map((leaf) => leaf?.id ?? null)).toEqual(["b1", null, null, "a1", "b1"]);
  expect(await sqlOf(load)).toHaveLength(0);
});

it("loads many rows for each key in one statement, without the hidden ones", async () => {
  const leaves = loadMany(db().manager, { entity: Leaf, key: "branch", maySee });
  let loaded: string[][] = [];
  const statements = await sqlOf(async () => {
    const lists = await Promise.all(["b", "a", "none"].map((key) => leaves.load(key)));
    loaded = lists.map((list) => list.map(({ id }) => id));
  });
  expect(statements).toHaveLength(1);
  expect(loaded).toEqual([["b1"], ["a1"], []]);
});

it("shows everything where nothing is hidden", async () => {
  const leaves = loadMany(db().manager, { entity: Leaf, key: "branch" });
  expect(new Set((await leaves.load("a")).map(({ id }) => id))).toEqual(new Set(["a1", "a2"]));
});
