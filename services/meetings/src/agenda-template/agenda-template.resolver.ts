import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { WorkingGroupStub } from "../working-group/working-group.stub.ts";
import { AgendaTemplate } from "./agenda-template.entity.ts";
import { canSetTemplate } from "./agenda-template.loaders.ts";
import { ApplyAgendaTemplateInput, SetAgendaTemplateInput } from "./agenda-template.inputs.ts";
import type { AgendaTemplateService } from "./agenda-template.service.ts";

const CONVENERS = "For co-leads of the group, and the secretariat of the network.";
const STANDS = "What stands on every agenda. Null: nothing was set.";

@Resolver(() => AgendaTemplate)
class AgendaTemplateResolver {
  constructor(private readonly templates: AgendaTemplateService) {}

  @Mutation(() => AgendaTemplate, {
    nullable: true,
    description: `Sets what stands on every agenda from the next one on. ${CONVENERS}`,
  })
  setAgendaTemplate(
    @Arg("input", () => SetAgendaTemplateInput, { description: "What stands, and where." })
    input: SetAgendaTemplateInput,
    @Ctx() context: Context,
  ): Promise<AgendaTemplate> {
    return this.templates.set(requireWriter(context), input);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: `Puts those standing items on an agenda that are not there yet. ${CONVENERS}`,
  })
  applyAgendaTemplate(
    @Arg("input", () => ApplyAgendaTemplateInput, { description: "Which meeting." })
    input: ApplyAgendaTemplateInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.templates.apply(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may set it." })
  viewerCanEdit(@Root() { placeId }: AgendaTemplate, @Ctx() context: Context): Promise<boolean> {
    return canSetTemplate(placeId, context);
  }
}

@Resolver(() => MeetingSeries)
class SeriesTemplateResolver {
  @FieldResolver(() => AgendaTemplate, { nullable: true, description: STANDS })
  agendaTemplate(@Root() { id }: MeetingSeries, @Ctx() { loaders }: Context) {
    return loaders.agendaTemplate.load(id);
  }
}

@Resolver(() => WorkingGroupStub)
class GroupTemplateResolver {
  @FieldResolver(() => AgendaTemplate, { nullable: true, description: STANDS })
  agendaTemplate(@Root() { id }: WorkingGroupStub, @Ctx() { loaders }: Context) {
    return loaders.agendaTemplate.load(id);
  }
}

@Resolver(() => NetworkStub)
class NetworkTemplateResolver {
  @FieldResolver(() => AgendaTemplate, { nullable: true, description: STANDS })
  agendaTemplate(@Root() { id }: NetworkStub, @Ctx() { loaders }: Context) {
    return loaders.agendaTemplate.load(id);
  }
}

export const agendaTemplateResolvers = (templates: AgendaTemplateService) => [
  new AgendaTemplateResolver(templates),
  new SeriesTemplateResolver(),
  new GroupTemplateResolver(),
  new NetworkTemplateResolver(),
];
