import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Message } from "./message.entity.ts";
import { BlockSenderInput, ReplyToMessageInput, SendMessageInput } from "./message.inputs.ts";
import { canReply } from "./message.policy.ts";
import type { MessageService } from "./message.service.ts";
import { MessageConnection } from "./message.type.ts";

@Resolver(() => Message)
export class MessageResolver {
  constructor(private readonly service: MessageService) {}

  @Query(() => MessageConnection, {
    nullable: true,
    description:
      "What the viewer has written and was sent, also as owner or editor of an organisation; the latest first. None for nobody.",
  })
  messages(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Message>> {
    return this.service.list(viewer, args);
  }

  @Mutation(() => Message, {
    nullable: true,
    description:
      "Writes to a person, or to the owners and editors of an organisation, whose address is not shown. They see the writer's name. At most 10 an hour and 30 a day, 3 and 5 of them to the same. Whether anybody reads it is not told.",
  })
  sendMessage(
    @Arg("input", () => SendMessageInput, { description: "What, and to whom." })
    input: SendMessageInput,
    @Ctx() context: Context,
  ): Promise<Message> {
    return this.service.send(requireWriter(context), input);
  }

  @Mutation(() => Message, {
    nullable: true,
    description:
      "Answers a message, to whoever wrote it: in one's own name, or in that of the organisation to which it came. No address is shown.",
  })
  replyToMessage(
    @Arg("input", () => ReplyToMessageInput, { description: "To which, and what." })
    input: ReplyToMessageInput,
    @Ctx() context: Context,
  ): Promise<Message> {
    return this.service.reply(requireWriter(context), input);
  }

  @Mutation(() => Message, {
    nullable: true,
    description:
      "Nothing more arrives of whoever wrote this message, neither for oneself nor, where it came to an organisation, for that one. They are not told.",
  })
  blockSender(
    @Arg("input", () => BlockSenderInput, { description: "Whose." }) input: BlockSenderInput,
    @Ctx() context: Context,
  ): Promise<Message> {
    return this.service.block(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may reply to it, and block its sender.",
  })
  viewerCanReply(@Root() message: Message, @Ctx() { viewer }: Context): boolean {
    return canReply(viewer, message);
  }
}
