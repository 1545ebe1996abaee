import { Ctx, Query, Resolver } from "type-graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { z } from "zod";
import { replicaTable } from "../replica/replica.ts";
import { buildSubgraph } from "../subgraph/subgraph.ts";
import type { ViewerContext } from "../viewer.ts";
import { createHarness } from "./harness.ts";
import { buildViewer } from "./viewers.ts";

@Entity()
class Word {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}

class Words1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE word (id text CONSTRAINT pk_word PRIMARY KEY, version bigint NOT NULL)",
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE word");
  }
}

@Resolver()
class WordResolver {
  @Query(() => String, { nullable: true })
  who(@Ctx() { viewer }: ViewerContext): string | null {
    return viewer?.id ?? null;
  }
}

const { db, service, execute, sqlOf, tell, told } = createHarness({
  name: "words",
  entities: [Word],
  migrations: [Words1800000000000],
  replicas: [
    replicaTable({
      source: "dictionary",
      type: "Word",
      payload: z.object({}),
      entity: Word,
      row: ({ id }) => ({ id }),
    }),
  ],
  createSchema: () => buildSubgraph({ resolvers: [new WordResolver()], entities: {} }),
  createLoaders: () => ({}),
});

it("runs in a schema of its own, with the tables of its migrations", async () => {
  const rows = await db().query<{ schema: string }[]>("SELECT current_schema() AS schema");
  expect(rows[0]?.schema).toMatch(/^test_/);
  expect(await db().manager.count(Word)).toBe(0);
});

it("asks as nobody unless a viewer is given", async () => {
  expect((await execute("{ who }")).data).toEqual({ who: null });
  const viewer = buildViewer({ id: "acc_1" });
  expect((await execute("{ who }", { viewer })).data).toEqual({ who: "acc_1" });
});

it("counts the statements of one piece of work, but not where a transaction begins and ends", async () => {
  const read = () => db().manager.count(Word);
  expect(await sqlOf(read)).toHaveLength(1);
  const statements = await sqlOf(() =>
    service().parts.transactions.write(async ({ manager }) => {
      await manager.query("SELECT 1");
      await manager.query("SELECT 2");
    }),
  );
  expect(statements).toEqual(["SELECT 1", "SELECT 2"]);
  expect(await sqlOf(() => Promise.resolve())).toEqual([]);
});

it("lets another service tell something, and that it is gone", async () => {
  await tell("dictionary", { type: "Word", id: "w1", payload: {} });
  expect(await db().manager.findOneBy(Word, { id: "w1" })).toMatchObject({ version: "1" });
  await tell("dictionary", { type: "Word", id: "w1", payload: null });
  expect(await db().manager.findOneBy(Word, { id: "w1" })).toBeNull();
  await expect(tell("nobody", { type: "Word", id: "w1", payload: {} })).rejects.toThrow(
    "words does not follow nobody",
  );
});

it("gives what the service's own feed tells of one type", async () => {
  const load = (_: unknown, ids: readonly string[]) =>
    Promise.resolve(new Map(ids.map((id) => [id, { of: id }])));
  await service().parts.transactions.write(async (tx) => {
    await tx.publish({ type: "Mine", ids: ["m1"], load });
    await tx.publish({ type: "Other", ids: ["o1"], load });
  });
  expect(await told("Mine")).toEqual([
    { type: "Mine", id: "m1", version: 1, payload: { of: "m1" } },
  ]);
});
