import { readFileSync } from "node:fs";
import { createHarness } from "@convene/shared/testing/harness";
import { buildPractice } from "../../test/factories.ts";
import { practices } from "../definition.ts";
import { PracticeTypeService } from "./practice-type.service.ts";

const harness = createHarness(practices);
const { execute, db } = harness;

interface Type {
  id: string;
  label: string;
}

const file = new URL("../../reference/practice-types.json", import.meta.url);
const { items } = JSON.parse(readFileSync(file, "utf8")) as { items: Type[] };
const wanted = items.map(({ id, label }) => ({ id, label }));

const list = async () =>
  (await execute("{ practiceTypes { id label } }")).data.practiceTypes as Type[];

it("lists all types to everybody, in the order of the file", async () => {
  expect(await list()).toEqual(wanted);
});

it("makes the table what the file says, but keeps a type that a practice has", async () => {
  await db().query(`INSERT INTO practice_type VALUES ('used', 'Used', 3), ('unused', 'Unused', 1)`);
  await db().query(`UPDATE practice_type SET label = 'Wrong' WHERE id = 'other'`);
  await buildPractice(harness, { type: "used" });
  await new PracticeTypeService(db().manager).loadReference();
  expect(await list()).toEqual([...wanted, { id: "used", label: "Used" }]);
});
