import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { DataSource, QueryRunner } from "typeorm";
import type { ServiceDefinition } from "../service/service-definition.ts";
import { printSdl } from "../subgraph/print-sdl.ts";
import { createHarness } from "./harness.ts";

/** What would make the tables of the entities of those of the migrations. */
async function missingStatements(db: DataSource): Promise<string[]> {
  const create = db.createQueryRunner.bind(db);
  db.createQueryRunner = (mode) => oneAfterAnother(create(mode));
  try {
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    db.createQueryRunner = create;
  }
}

/** TypeORM's schema builder asks one connection several things at once, which pg will refuse. */
function oneAfterAnother(runner: QueryRunner): QueryRunner {
  const query = runner.query.bind(runner);
  let last: Promise<unknown> = Promise.resolve();
  const queued = (...asked: Parameters<typeof query>) => {
    const answer = last.then(() => query(...asked));
    last = answer.catch(() => undefined);
    return answer;
  };
  return Object.assign(runner, { query: queued });
}

/** What holds for every service. `folder` is the service's own, where `schema.graphql` lies. */
export function proveService(definition: ServiceDefinition, folder: string): void {
  const { service, db } = createHarness(definition);

  it("has committed its schema.graphql as it is (npm run schema)", () => {
    expect(readFileSync(join(folder, "schema.graphql"), "utf8")).toBe(printSdl(definition));
  });

  it("has migrations that make exactly the tables of its entities", async () => {
    expect(await missingStatements(db())).toEqual([]);
  });

  it("describes every type, field, argument and value of its own", () => {
    const types = Object.values(service().schema.getTypeMap()).filter(isOurs);
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it("lets every root field fail alone: none is non-null", () => {
    const { schema } = service();
    const roots = [schema.getQueryType(), schema.getMutationType()];
    const strict = roots
      .flatMap((root) => Object.values(root?.getFields() ?? {}))
      .filter(({ name, type }) => !name.startsWith("_") && isNonNullType(type));
    expect(strict.map(({ name }) => name)).toEqual([]);
  });

  it("loads its reference data a second time without a change", async () => {
    const before = await contents();
    await definition.loadReference?.(service().parts);
    expect(await contents()).toEqual(before);
  });

  /** Every table's rows, and so also the outbox with its versions. */
  async function contents() {
    const tables: { name: string }[] = await db().query(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = current_schema() ORDER BY 1`,
    );
    const rows: unknown[] = [];
    for (const { name } of tables) {
      rows.push([name, await db().query(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY 1`)]);
    }
    return rows;
  }
}

const BUILT_IN =
  /^(_|__|Query$|Mutation$|Subscription$|String$|Boolean$|Int$|Float$|ID$|link__|federation__)/;

const isOurs = ({ name }: GraphQLNamedType) => !BUILT_IN.test(name);

/** A stub carries nothing but the key of another service's entity, which describes it. */
const isStub = (type: GraphQLNamedType) =>
  isObjectType(type) &&
  (type.astNode?.directives ?? []).some(({ name }) => name.value === "key") &&
  !type.description;

function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description || isStub(type) ? [] : [type.name];
  if (isEnumType(type)) {
    return [
      ...missing,
      ...type
        .getValues()
        .filter(bare)
        .map(({ name }) => `${type.name}.${name}`),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return missing;
  const fields: readonly Described[] = Object.values(type.getFields());
  const own = fields.filter((field) => bare(field) && !(isStub(type) && isKey(field.name)));
  const args = fields.flatMap((field) =>
    (field.args ?? []).filter(bare).map((arg) => `${field.name}(${arg.name})`),
  );
  const names = [...own.map(({ name }) => name), ...args];
  return [...missing, ...names.map((name) => `${type.name}.${name}`)];
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly args?: readonly Described[];
}

const isKey = (name: string) => ["id", "number", "letter"].includes(name);
const bare = ({ description }: Pick<Described, "description">) => !description;
