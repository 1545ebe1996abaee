import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import { today } from "../asking/asking.value.ts";
import { GroupHealthRepository } from "./group-health.repository.ts";
import { type FoundHealth, GroupHealthService } from "./group-health.service.ts";

/** How groups fare; null where the viewer may not see it. */
export const groupHealthLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => {
  const service = new GroupHealthService(new GroupHealthRepository(db.manager), today);
  return {
    groupHealth: new DataLoader<string, FoundHealth | null>(async (ids) => {
      const found = await service.of(viewer, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
};
