import { readFileSync } from "node:fs";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { UnnmGroup } from "./unnm-group.entity.ts";
import { UnnmStatus } from "./unnm-workplan.enum.ts";
import { UnnmWorkplan } from "./unnm-workplan.entity.ts";

const FILE = new URL("../../reference/unnm-working-groups.json", import.meta.url);

const status = z
  .enum(["found", "not-found"])
  .transform((word) => (word === "found" ? UnnmStatus.FOUND : UnnmStatus.NOT_FOUND));
const remark = z.string().nullable().default(null);
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .nullable();

const fileSchema = z.object({
  workplans: z.array(
    z
      .object({
        id: z.string(),
        label: z.string(),
        startYear: z.int(),
        endYear: z.int(),
        basis: remark,
        status,
        statusNote: remark,
      })
      .transform(({ id, ...workplan }) => ({ code: id, ...workplan })),
  ),
  items: z.array(
    z
      .object({
        id: z.string(),
        workplan: z.string(),
        kind: z.string(),
        name: z.string().nullable(),
        objectives: z.array(z.int().min(1).max(23)),
        coLeads: z.array(z.string()),
        coLeadsStatus: status,
        coLeadsAsOf: month,
        members: z.array(z.string()),
        membersAsOf: month,
        status,
        statusNote: remark,
        source: z.string().nullable(),
      })
      .transform(({ id, workplan, objectives, ...group }) => ({
        ...group,
        code: id,
        workplanCode: workplan,
        objectiveNumbers: objectives,
      })),
  ),
});

/**
 * Makes the tables what the file says, also where the file has lost something since. Run by every
 * process at its start; the lock makes them follow each other.
 */
export async function loadUnnmWorkplans(manager: EntityManager): Promise<void> {
  const { workplans, items } = fileSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));
  const groups = items.map((item, position) => ({ ...item, position }));
  await manager.query("SELECT pg_advisory_xact_lock(hashtext('unnm_workplan'))");
  await manager.upsert(UnnmWorkplan, workplans, ["code"]);
  await manager.upsert(UnnmGroup, groups, ["code"]);
  await manager.query("DELETE FROM unnm_group WHERE code <> ALL($1)", [
    groups.map(({ code }) => code),
  ]);
  await manager.query("DELETE FROM unnm_workplan WHERE code <> ALL($1)", [
    workplans.map(({ code }) => code),
  ]);
}
