import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, limitExceeded, notFound } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import { type DataSource, MoreThan } from "typeorm";
import { tell } from "../notice/notice.service.ts";
import { Person } from "../person/person.entity.ts";
import { MessageBlock } from "./message-block.entity.ts";
import { Message } from "./message.entity.ts";
import type { BlockSenderInput, ReplyToMessageInput, SendMessageInput } from "./message.inputs.ts";
import { mayWriteAgain, MESSAGE_LIMITS } from "./message-limit.value.ts";
import { canReply, canSeeMessage, canSendMessage, mailboxesOf } from "./message.policy.ts";
import { expectRecipient, nameOf, readersOf } from "./message.repository.ts";

const NEWEST_FIRST = [
  { column: "t.created_at", direction: "DESC", type: "timestamptz" },
  { column: "t.id", direction: "DESC", type: "text" },
] as const;

type Draft = Pick<Message, "authorId" | "fromId" | "toId" | "subject" | "text" | "inReplyToId">;

export class MessageService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** What the viewer has written and was sent, the latest first. */
  list(viewer: Viewer | null, args: ConnectionArgs): Promise<Connection<Message>> {
    const mine = viewer ? mailboxesOf(viewer) : [];
    const where = [
      sql`(t.author_id = ${viewer?.person ?? ""} OR t.from_id = ANY(${mine}::text[])
        OR (t.to_id = ANY(${mine}::text[]) AND NOT t.is_withheld))`,
    ];
    return list(this.db.manager, { entity: Message, order: NEWEST_FIRST, where }, args);
  }

  /** @throws FORBIDDEN without a person; NOT_FOUND; BAD_USER_INPUT; LIMIT_EXCEEDED */
  send(viewer: Viewer, input: SendMessageInput): Promise<Message> {
    const { person } = viewer;
    if (person === null || !canSendMessage(viewer)) throw forbidden("Only people write messages");
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "sendMessage",
        input,
        first: async () => {
          await expectRecipient(tx.manager, viewer, input.to);
          return keep(tx, {
            ...{ authorId: person, fromId: person, toId: input.to, inReplyToId: null },
            subject: requiredText("subject", input.subject, 200),
            text: requiredText("text", input.text, 5_000),
          });
        },
        again: (id) => lockSeen(tx, viewer, id),
      }),
    );
  }

  /** @throws NOT_FOUND, also for a message of one's own; BAD_USER_INPUT; LIMIT_EXCEEDED */
  reply(viewer: Viewer, input: ReplyToMessageInput): Promise<Message> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "replyToMessage",
        input,
        first: async () => {
          const to = await lockReceived(tx, viewer, input.message);
          return keep(tx, {
            ...{ authorId: viewer.person ?? "", fromId: to.toId, toId: to.fromId },
            ...{ inReplyToId: to.id, subject: to.subject },
            text: requiredText("text", input.text, 5_000),
          });
        },
        again: (id) => lockSeen(tx, viewer, id),
      }),
    );
  }

  /** From now on nothing of that sender arrives, of which they learn nothing. Throws as above. */
  block(viewer: Viewer, input: BlockSenderInput): Promise<Message> {
    return this.transactions.write(async (tx) => {
      const message = await lockReceived(tx, viewer, input.message);
      const { toId: ownerId, authorId: blockedId } = message;
      const block = { id: newId("mbl"), ownerId, blockedId, createdAt: new Date() };
      const insert = tx.manager.createQueryBuilder().insert().into(MessageBlock).values(block);
      await insert.orIgnore().execute();
      return message;
    });
  }
}

async function lockSeen(tx: Transaction, viewer: Viewer, id: string): Promise<Message> {
  const message = await tx.lock(Message, id);
  if (!message || !canSeeMessage(viewer, message)) throw notFound("Message", id);
  return message;
}

async function lockReceived(tx: Transaction, viewer: Viewer, id: string): Promise<Message> {
  const message = await lockSeen(tx, viewer, id);
  if (!canReply(viewer, message)) throw forbidden("Only whom it was written to may do this");
  return message;
}

async function keep(tx: Transaction, draft: Draft): Promise<Message> {
  const { authorId, fromId, toId } = draft;
  if (fromId === toId) throw invalid("to", "Nobody writes to themselves");
  // One after the other, so that the count holds.
  if (!(await tx.lock(Person, authorId))) throw forbidden("Only people write messages");
  const now = new Date();
  await expectWithinLimits(tx, draft, now);
  const senderName = await nameOf(tx.manager, fromId);
  const isWithheld = await tx.manager.existsBy(MessageBlock, {
    ownerId: toId,
    blockedId: authorId,
  });
  const made = { id: newId("msg"), ...draft, senderName, isWithheld, createdAt: now };
  const message = Object.assign(new Message(), made);
  await tx.manager.insert(Message, message);
  if (!isWithheld) await announce(tx, message);
  return message;
}

async function expectWithinLimits(tx: Transaction, { authorId, toId }: Draft, now: Date) {
  const longest = Math.max(...MESSAGE_LIMITS.map(({ within }) => within));
  const createdAt = MoreThan(new Date(now.getTime() - longest));
  const written = await tx.manager.findBy(Message, { authorId, createdAt });
  if (mayWriteAgain(written, toId, now)) return;
  throw limitExceeded("These are many messages in a short time: write again later");
}

async function announce(tx: Transaction, message: Message): Promise<void> {
  const { toId, subject, senderName, text, authorId } = message;
  const item = { event: "MESSAGE_RECEIVED" as const, title: subject, name: senderName, text };
  const people = await readersOf(tx.manager, [toId]);
  await tell(tx, { people, moderators: false, except: authorId, item });
}
