import { type Connection, connectionOf } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { InputCall } from "./input-call.entity.ts";
import { InputCallState } from "./input-call.enum.ts";
import { InputCallsArgs, OpenInputCallInput, UpdateInputCallInput } from "./input-call.inputs.ts";
import { canAnswerFor, findInputCall } from "./input-call.loaders.ts";
import type { InputCallService } from "./input-call.service.ts";

const InputCallConnection = connectionOf(() => InputCall, { name: "InputCall" });

@Resolver(() => InputCall)
export class InputCallResolver {
  constructor(private readonly calls: InputCallService) {}

  @Query(() => InputCall, {
    nullable: true,
    description: "One call for input. Null when it is missing, or hidden from the viewer.",
  })
  inputCall(
    @Arg("id", () => ID, { description: "A TypeID, `icl_…`." }) id: string,
    @Ctx() context: Context,
  ): Promise<InputCall | null> {
    return findInputCall(id, context);
  }

  @Mutation(() => InputCall, {
    nullable: true,
    description:
      "Asks for input until a moment: by who edits the group. Those who sit there are told by mail, and reminded a week and a day before, unless their organisation has answered. CONFLICT (`group`) when the group is concluded.",
  })
  openInputCall(
    @Arg("input", () => OpenInputCallInput, { description: "The call." })
    input: OpenInputCallInput,
    @Ctx() context: Context,
  ): Promise<InputCall> {
    return this.calls.open(requireWriter(context), input);
  }

  @Mutation(() => InputCall, {
    nullable: true,
    description:
      "Changes what a call says and until when it is open, or closes it: by who sees its `viewerCanEdit`. CONFLICT once it is closed.",
  })
  updateInputCall(
    @Arg("input", () => UpdateInputCallInput, { description: "The changes." })
    input: UpdateInputCallInput,
    @Ctx() context: Context,
  ): Promise<InputCall> {
    return this.calls.update(requireWriter(context), input);
  }

  @FieldResolver(() => WorkingGroup, { nullable: true, description: "The group that asks." })
  group(@Root() { groupId }: InputCall, @Ctx() { loaders }: Context): Promise<WorkingGroup | null> {
    return loaders.groups.load(groupId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it now." })
  viewerCanEdit(
    @Root() { groupId, state }: InputCall,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<boolean> {
    return loaders.groups
      .load(groupId)
      .then(
        (group) => group !== null && state !== InputCallState.CLOSED && canEditGroup(viewer, group),
      );
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may answer it now for the organisation.",
  })
  viewerCanAnswer(
    @Root() call: InputCall,
    @Arg("organisation", () => ID, { description: "For which organisation." })
    organisation: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return canAnswerFor(context, call, organisation);
  }
}

@Resolver(() => WorkingGroup)
export class GroupInputCallsResolver {
  @FieldResolver(() => InputCallConnection, {
    description:
      "Its calls for input, the last to close first. Empty for all but those whom they ask, those who sit in the group, and those who edit it.",
  })
  inputCalls(
    @Root() { id }: WorkingGroup,
    @Args(() => InputCallsArgs) args: InputCallsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<InputCall>> {
    return loaders.callsOfGroup.load(id, args, args.filter);
  }
}
