import { type Replica, replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, In, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";
import { CalendarFeed } from "../calendar-feed/calendar-feed.entity.ts";
import { inviteAnewFor } from "../invitation-due/invitation-due.repository.ts";

/** Which people have an account: others cannot be written to, so they are not invited. */
@Entity()
@Index(["personId"])
export class AccountReplica {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  personId!: string;
}

const payload = z.object({ person: z.string() });

const accounts = replicaTable({
  source: "identity",
  type: "Account",
  payload,
  entity: AccountReplica,
  row: ({ id, payload: { person } }) => ({ id, personId: person }),
});

/** Whoever closes their account reads no calendar by its address any more. */
export const accountReplica: Replica<z.infer<typeof payload>> = {
  ...accounts,
  isNamedHere: false,
  remove: async (manager, tombstones) => {
    const gone = await manager.findBy(AccountReplica, { id: In(tombstones.map(({ id }) => id)) });
    await accounts.remove(manager, tombstones);
    const people = new Set(gone.map(({ personId }) => personId));
    const left = await manager.findBy(AccountReplica, { personId: In([...people]) });
    for (const { personId } of left) people.delete(personId);
    await manager.delete(CalendarFeed, { personId: In([...people]) });
  },
  follow: (tx, changes) =>
    inviteAnewFor(
      tx,
      changes.map((change) => change.payload.person),
    ),
};
