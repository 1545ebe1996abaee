import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import { canConvene } from "../convener/convener.policy.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import type { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { AgendaTemplate } from "./agenda-template.entity.ts";

export const agendaTemplateLoaders = (manager: EntityManager) => ({
  /** By the series, the group or the network. */
  agendaTemplate: loadOne(manager, { entity: AgendaTemplate, key: "placeId" }),
});

interface Asking {
  readonly viewer: Viewer | null;
  readonly loaders: {
    readonly meetingSeries: DataLoader<string, MeetingSeries | null>;
    readonly workingGroup: DataLoader<string, WorkingGroupReplica | null>;
  };
}

/** Whoever convenes the series, the group's meetings, or the network's own. */
export async function canSetTemplate(
  placeId: string,
  { viewer, loaders }: Asking,
): Promise<boolean> {
  const series = await loaders.meetingSeries.load(placeId);
  if (series) return canConvene(viewer, series);
  const group = await loaders.workingGroup.load(placeId);
  const ofNetwork = { groupId: null, networkId: placeId };
  return canConvene(viewer, group ? { groupId: group.id, networkId: group.networkId } : ofNetwork);
}
