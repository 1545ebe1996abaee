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

async function loadGroup(
  { graph, networks, organisations, people, groups }: DemoLoad,
  group: Group,
): Promise<void> {
  const { key, kind: _, network, seats, state, charter, ...given } = group;
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
  for (const step of STEPS[state]) {
    const input = { key: `${key}/${step}`, id, state: step };
    await graph.change(["working-groups", "changeWorkingGroupState"], input);
  }
}
