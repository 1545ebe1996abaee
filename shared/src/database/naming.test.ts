import fc from "fast-check";
import { SnakeNaming } from "./naming.ts";

const naming = new SnakeNaming();

it.each([
  ["WorkingGroup", "working_group"],
  ["Seat", "seat"],
])("calls the table of %s %s", (name, table) => {
  expect(naming.tableName(name, undefined)).toBe(table);
});

it("calls columns by their property, below what they are embedded in", () => {
  expect(naming.columnName("startDate", undefined, [])).toBe("start_date");
  expect(naming.columnName("line2", undefined, ["postalAddress"])).toBe("postal_address_line2");
  expect(naming.joinColumnName("workingGroup", "id")).toBe("working_group_id");
});

it("calls keys and indexes by what they are on", () => {
  expect([
    naming.primaryKeyName("public.seat"),
    naming.uniqueConstraintName("seat", ["group_id", "organisation_id"]),
    naming.foreignKeyName("seat", ["group_id"]),
    naming.indexName("seat", ["group_id"]),
  ]).toEqual([
    "pk_seat",
    "uq_seat_group_id_organisation_id",
    "fk_seat_group_id",
    "ix_seat_group_id",
  ]);
});

it("never gives a name that Postgres would cut", () => {
  const columns = fc.array(fc.stringMatching(/^[a-z_]{1,20}$/), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(columns, (names) => {
      const whole = ["ix_table", ...names].join("_");
      const make = () => naming.indexName("table", names);
      if (whole.length > 63) expect(make).toThrow("too long: name it by hand");
      else expect(make()).toBe(whole);
    }),
  );
});
