import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { ApplyChathamHouseRuleInput } from "./chatham-house.inputs.ts";
import { isUnderRule, ofItem } from "../confidence/confidence.loaders.ts";
import type { ChathamHouseService } from "./chatham-house.service.ts";

@Resolver(() => Meeting)
export class ChathamHouseResolver {
  constructor(private readonly rule: ChathamHouseService) {}

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      "Puts a meeting, or one item of its agenda, under the Chatham House Rule, also what was recorded before; it is never lifted. For co-leads of the group, and the secretariat of the network.",
  })
  applyChathamHouseRule(
    @Arg("input", () => ApplyChathamHouseRuleInput, { description: "What." })
    input: ApplyChathamHouseRuleInput,
    @Ctx() context: Context,
  ): Promise<Meeting> {
    return this.rule.apply(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the meeting is held under the Chatham House Rule: then nobody is told who came, who presents, who wrote its minutes, or who is to act.",
  })
  isUnderChathamHouseRule(@Root() { chathamHouse }: Meeting): boolean {
    return chathamHouse;
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemRuleResolver {
  @FieldResolver(() => Boolean, {
    description: "Whether it, or its whole meeting, is held under the Chatham House Rule.",
  })
  isUnderChathamHouseRule(@Root() item: AgendaItem, @Ctx() { loaders }: Context): Promise<boolean> {
    return isUnderRule(ofItem(item), loaders);
  }
}
