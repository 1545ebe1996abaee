import { forAll } from "./demo-graph.ts";
import type { DemoLoad } from "./load-demo.ts";

/** Working groups, and the seats that organisations hold in them. */
export async function loadGroups(load: DemoLoad): Promise<void> {
  await forAll(load.network.groups, (group) => loadGroup(load, group));
}

async function loadGroup(
  { graph, networks, organisations, people, groups }: DemoLoad,
  group: DemoLoad["network"]["groups"][number],
): Promise<void> {
  const { key, kind: _, network, seats, state, ...given } = group;
  const { id } = await graph.change(["working-groups", "createWorkingGroup"], {
    ...given,
    key,
    network: networks.of(network),
    state,
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
}
