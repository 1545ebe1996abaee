import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import { type EntityManager, In, IsNull } from "typeorm";
import { canConvene } from "../convener/convener.policy.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { InterpretationNeed } from "./interpretation-need.entity.ts";
import { type CountRow, needsOfMeetings } from "./interpretation.repository.ts";

export const interpretationLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  needsOfMeeting: new DataLoader<string, CountRow[]>(async (ids) => {
    const rows = await needsOfMeetings(manager, viewer, ids);
    return ids.map((id) => rows.filter(({ meetingId }) => meetingId === id));
  }),
  /** What holds for the viewer at a meeting: what they said for it, or else for every one. */
  ownNeedsAt: new DataLoader<string, InterpretationNeed | null>(async (ids) => {
    if (viewer?.person == null || viewer.kind === "link") return ids.map(() => null);
    const personId = viewer.person;
    const rows = await manager.findBy(InterpretationNeed, [
      { personId, meetingId: In([...ids]) },
      { personId, meetingId: IsNull() },
    ]);
    const at = (id: string | null) => rows.find(({ meetingId }) => meetingId === id) ?? null;
    return ids.map((id) => at(id) ?? at(null));
  }),
});

/** Numbers, for those who see to interpreters. */
export const needsSeen = (
  { viewer, loaders }: { viewer: Viewer | null; loaders: ReturnType<typeof interpretationLoaders> },
  meeting: Meeting,
): Promise<CountRow[]> | null =>
  canConvene(viewer, meeting) ? loaders.needsOfMeeting.load(meeting.id) : null;
