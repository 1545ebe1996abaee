import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { findAgendaItem } from "../agenda-item/agenda-item.loaders.ts";
import { unlessRuled } from "../confidence/confidence.loaders.ts";
import type { Context } from "../context.ts";
import { PersonStub } from "../person/person.stub.ts";
import { MinutesEntry } from "./minutes-entry.entity.ts";
import { MinutesRevision } from "./minutes-revision.entity.ts";
import { canWriteMinutes } from "./minutes.policy.ts";

const MinutesRevisionConnection = connectionOf(() => MinutesRevision, {
  name: "MinutesRevision",
});

@Resolver(() => MinutesEntry)
export class MinutesEntryResolver {
  @FieldResolver(() => AgendaItem, { nullable: true, description: "The agenda item." })
  agendaItem(@Root() { itemId }: MinutesEntry, @Ctx() context: Context) {
    return findAgendaItem(itemId, context);
  }

  @FieldResolver(() => MinutesRevisionConnection, {
    nullable: true,
    description: "All that was ever saved of it, the last first.",
  })
  revisions(
    @Root() { id }: MinutesEntry,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<MinutesRevision>> {
    return loaders.revisionsOfEntry.load(id, args);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may save it." })
  viewerCanEdit(@Root() { meetingId }: MinutesEntry, @Ctx() { loaders, viewer }: Context) {
    return Promise.all([
      loaders.meeting.load(meetingId),
      loaders.minutesOfMeeting.load(meetingId),
    ]).then(
      ([meeting, minutes]) =>
        meeting !== null && canWriteMinutes(viewer, meeting) && minutes?.approvedAt == null,
    );
  }
}

@Resolver(() => MinutesRevision)
export class MinutesRevisionResolver {
  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who saved it. Null where the person is hidden or gone, and under the Chatham House Rule.",
  })
  @Personal(whoIsNamed)
  editor(@Root() { editorId, entryId }: MinutesRevision, @Ctx() { loaders }: Context) {
    return loaders.minutesEntry
      .load(entryId)
      .then(
        (entry) => entry && unlessRuled(entry, loaders, () => loadMaybe(loaders.person, editorId)),
      );
  }
}
