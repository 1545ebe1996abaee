import { forAll } from "./demo-graph.ts";
import type { DemoLoad } from "./demo-load.ts";

type Group = DemoLoad["network"]["groups"][number];

/** The steps of a group's life behind its first state, which is the charter unless proposed. */
const STEPS: Record<Group["state"], readonly Group["state"][]> = {
  PROPOSED: [],
  CHARTERED: [],
  ACTIVE: ["ACTIVE"],
  DORMANT: ["ACTIVE", "DORMANT"],
  CONCLUDED: ["ACTIVE", "CONCLUDED"],
};

/** Working groups, and the seats that organisations hold in them. */
export async function loadGroups(load: DemoLoad): Promise<void> {
  await forAll(load.network.groups, (group) => loadGroup(load, group));
}

async function loadGroup(load: DemoLoad, group: Group): Promise<void> {
  const { key, kind: _, network, seats, state, charter, plan, ...given } = group;
  const { graph, networks, organisations, people, groups } = load;
  const { id } = await graph.change(["working-groups", "createWorkingGroup"], {
    ...given,
    key,
    network: networks.of(network),
    state: state === "PROPOSED" ? "PROPOSED" : "CHARTERED",
  });
  groups.set(key, id);
  for (const seat of seats) {
    await graph.change(["working-groups", "addSeat"], {
      key: `${key}/${seat.organisation}/${seat.onBehalfOf ?? ""}`,
      group: id,
      organisation: organisations.of(seat.organisation),
      role: seat.role,
      delegate: people.maybe(seat.delegate),
      alternate: people.maybe(seat.alternate),
      onBehalfOf: seat.onBehalfOf,
      startDate: seat.start,
      endDate: seat.end,
    });
  }
  if (charter) {
    await graph.change(["working-groups", "adoptCharter"], { key, group: id, ...charter });
  }
  if (plan) await loadPlan(load, { key, id, plan });
  for (const step of STEPS[state]) {
    const input = { key: `${key}/${step}`, id, state: step };
    await graph.change(["working-groups", "changeWorkingGroupState"], input);
  }
}

interface Planning {
  readonly key: string;
  /** Of the group. */
  readonly id: string;
  readonly plan: NonNullable<Group["plan"]>;
}

async function loadPlan(
  { graph, organisations }: DemoLoad,
  { key, id: group, plan }: Planning,
): Promise<void> {
  const { id: workplan } = await graph.change(["working-groups", "addWorkplan"], {
    ...{ key, group, title: plan.title, startDate: plan.start, endDate: plan.end },
  });
  for (const { start, due, organisation, ...given } of plan.activities) {
    await graph.change(["working-groups", "addActivity"], {
      ...{ ...given, key: `${key}/${given.title}`, workplan, startDate: start, dueDate: due },
      organisation: organisations.maybe(organisation),
    });
  }
  for (const { title, due, isReached } of plan.milestones) {
    const of = `${key}/${title}`;
    const input = { key: of, group, title, dueDate: due };
    const { id } = await graph.change(["working-groups", "addMilestone"], input);
    if (!isReached) continue;
    const reached = { key: of, id, status: "REACHED" };
    await graph.change(["working-groups", "updateMilestone"], reached);
  }
}
