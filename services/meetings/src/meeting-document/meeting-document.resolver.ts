import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { agendaContent, minutesContent } from "./document-content.loaders.ts";
import { DocumentArgs } from "./meeting-document.inputs.ts";
import type { MeetingDocumentService } from "./meeting-document.service.ts";
import { MeetingDocument } from "./meeting-document.type.ts";

@Resolver(() => Meeting)
export class MeetingDocumentResolver {
  constructor(private readonly documents: MeetingDocumentService) {}

  @FieldResolver(() => MeetingDocument, {
    nullable: true,
    description: "The agenda as a file, as far as the viewer sees it.",
  })
  agendaDocument(
    @Root() meeting: Meeting,
    @Args(() => DocumentArgs) args: DocumentArgs,
    @Ctx() context: Context,
  ): Promise<MeetingDocument> {
    return agendaContent(meeting, context).then((content) =>
      this.documents.ofAgenda(content, args),
    );
  }

  @FieldResolver(() => MeetingDocument, {
    nullable: true,
    description:
      "The minutes as a file, with decisions and actions. Null for all who do not sit there.",
  })
  minutesDocument(
    @Root() meeting: Meeting,
    @Args(() => DocumentArgs) args: DocumentArgs,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<MeetingDocument> | null {
    return canReadMinutes(viewer, meeting)
      ? minutesContent(meeting, loaders).then((content) => this.documents.ofMinutes(content, args))
      : null;
  }
}
