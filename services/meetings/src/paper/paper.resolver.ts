import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import type { Site } from "@convene/shared/site";
import { uploadPath } from "@convene/shared/upload/uploads";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { PaperUpload } from "./paper-upload.entity.ts";
import { PaperVersion } from "./paper-version.entity.ts";
import { paperVersionResolvers } from "./paper-version.resolver.ts";
import { Paper } from "./paper.entity.ts";
import { RemovePaperInput, SetPapersDeadlineInput, UploadPaperInput } from "./paper.inputs.ts";
import { placeOfPaper, shownPaper } from "./paper.loaders.ts";
import { canEditPaper } from "./paper.policy.ts";
import { paperListResolvers } from "./paper-lists.resolver.ts";
import type { PaperService } from "./paper.service.ts";

const PaperVersionConnection = connectionOf(() => PaperVersion, { name: "PaperVersion" });

@Resolver(() => Paper)
class PaperResolver {
  constructor(private readonly papers: PaperService) {}

  @Query(() => Paper, {
    nullable: true,
    description: "One paper. Null when it is missing, and for all who do not sit there.",
  })
  async paper(
    @Arg("id", () => ID, { description: "A TypeID, `ppr_…`." }) id: string,
    @Ctx() context: Context,
  ): Promise<Paper | null> {
    return shownPaper(await context.loaders.paper.load(id), context);
  }

  @Mutation(() => PaperUpload, {
    nullable: true,
    description:
      "Makes a link by which the file of a new paper, or its next version, is sent: the paper is there once the file is. For those who convene the meeting, and the members of the group or network; of a proposal, for whoever made it; of a paper, for whoever sent it.",
  })
  uploadPaper(
    @Arg("input", () => UploadPaperInput, { description: "What, and where it belongs." })
    input: UploadPaperInput,
    @Ctx() context: Context,
  ): Promise<PaperUpload> {
    return this.papers.upload(requireWriter(context), input);
  }

  @Mutation(() => Paper, {
    nullable: true,
    description:
      "Removes a paper with all its versions, and answers it as it was. For whoever has sent it, and those who convene the meeting.",
  })
  removePaper(
    @Arg("input", () => RemovePaperInput, { description: "Which." }) input: RemovePaperInput,
    @Ctx() context: Context,
  ): Promise<Paper> {
    return this.papers.remove(requireWriter(context), input);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      "Says until when papers are to be there. For co-leads of the group, and the secretariat of the network.",
  })
  setPapersDeadline(
    @Arg("input", () => SetPapersDeadlineInput, { description: "Until when." })
    input: SetPapersDeadlineInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.papers.setDeadline(requireWriter(context), input);
  }

  @FieldResolver(() => PaperVersion, {
    nullable: true,
    description: "Its last version. Null once the paper is removed.",
  })
  latest(@Root() { id }: Paper, @Ctx() { loaders }: Context): Promise<PaperVersion | null> {
    return loaders.latestVersion.load(id);
  }

  @FieldResolver(() => PaperVersionConnection, {
    nullable: true,
    description: "All its versions, the last first.",
  })
  versions(
    @Root() { id }: Paper,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PaperVersion>> {
    return loaders.versionsOfPaper.load(id, args);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: "The agenda item. Null while it belongs to a proposal that is on no agenda.",
  })
  agendaItem(@Root() { itemId }: Paper, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.agendaItem, itemId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may remove it, and send another version.",
  })
  viewerCanEdit(@Root() paper: Paper, @Ctx() context: Context): Promise<boolean> {
    return placeOfPaper(paper, context).then(
      (place) => place !== null && canEditPaper(context.viewer, paper, place),
    );
  }
}

@Resolver(() => PaperUpload)
class PaperUploadResolver {
  @FieldResolver(() => String, {
    description:
      "Where the file is sent by PUT, as it is: a path on the address of the graph, which works once. At most 25 MB.",
  })
  uploadUrl(@Root() { id, uploadToken: token }: PaperUpload): string {
    return uploadPath("meetings", { id, token });
  }

  @FieldResolver(() => Paper, {
    nullable: true,
    description: "The paper of which the file becomes the next version. Null for a new one.",
  })
  async paper(@Root() { paperId }: PaperUpload, @Ctx() context: Context): Promise<Paper | null> {
    return shownPaper(await loadMaybe(context.loaders.paper, paperId), context);
  }
}

export const paperResolvers = (papers: PaperService, site: Site) => [
  new PaperResolver(papers),
  new PaperUploadResolver(),
  ...paperVersionResolvers(site),
  ...paperListResolvers(),
];
