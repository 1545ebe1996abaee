import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { MeetingSeries } from "./meeting-series.entity.ts";

export const meetingSeriesLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  meetingSeries: loadOne(manager, {
    entity: MeetingSeries,
    key: "id",
    maySee: (series) => canSeeConvened(viewer, series),
  }),
});
