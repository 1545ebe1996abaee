import { Audience } from "@convene/shared/audience";
import { protectionSchema } from "@convene/shared/protection";
import { type Replica, type ReplicaRow, replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** What of other services can be reported: what it is called, and who sees it. */
@Entity()
export class Content implements ReplicaRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  title!: string;

  /** What it says of itself, where it does. */
  @Column("text", { nullable: true })
  excerpt!: string | null;

  /** As visible as this other one: an agenda item's meeting. */
  @Column("text", { nullable: true })
  partOf!: string | null;

  @Column("text", { nullable: true })
  groupId!: string | null;

  @Column("text", { nullable: true })
  networkId!: string | null;

  @Column("text")
  audience!: Audience;

  @Column("text", { array: true })
  organisations!: string[];

  @Column("text", { array: true })
  networks!: string[];
}

interface Source<P> {
  readonly source: string;
  readonly type: string;
  /** How the ids begin. */
  readonly prefix: string;
  readonly payload: z.ZodType<P>;
  readonly row: (id: string, payload: P) => Omit<Content, "id" | "version">;
}

/** All of them stand in one table: each takes away its own. */
const contentOf = <P>({ source, type, prefix, payload, row }: Source<P>): Replica<P> => ({
  ...replicaTable<P, Content>({
    ...{ source, type, payload, entity: Content },
    row: (change) => ({ id: change.id, ...row(change.id, change.payload) }),
  }),
  isNamedHere: false,
  clear: async (manager) => {
    await manager.query("DELETE FROM content WHERE id LIKE $1", [`${prefix}\\_%`]);
  },
});

const WHOLE = { partOf: null };
const UNTOLD = { excerpt: null };

const groupContent = contentOf({
  ...{ source: "working-groups", type: "WorkingGroup", prefix: "grp" },
  payload: z.object({
    protection: protectionSchema,
    name: z.string(),
    description: z.string().nullable().default(null),
    network: z.string().nullable(),
  }),
  row: (id, { protection, name, description, network }) => ({
    ...{ ...WHOLE, ...protection, title: name, excerpt: description },
    ...{ groupId: id, networkId: network },
  }),
});

const meetingPayload = z.object({
  protection: protectionSchema,
  title: z.string(),
  group: z.string().nullable(),
  network: z.string().nullable(),
});

const meetingContent = (
  type: "Meeting" | "MeetingSeries" | "Poll",
  prefix: "mtg" | "ser" | "pol",
) =>
  contentOf({
    ...{ source: "meetings", type, prefix, payload: meetingPayload },
    row: (_, { protection, title, group, network }) => ({
      ...{ ...WHOLE, ...UNTOLD, ...protection, title, groupId: group, networkId: network },
    }),
  });

const agendaItemContent = contentOf({
  ...{ source: "meetings", type: "AgendaItem", prefix: "agi" },
  payload: z.object({ title: z.string(), meeting: z.string() }),
  row: (_, { title, meeting }) => ({
    ...{ ...UNTOLD, title, partOf: meeting, groupId: null, networkId: null },
    // What its meeting is, it is: nobody reads these.
    ...{ audience: Audience.NOBODY, organisations: [], networks: [] },
  }),
});

const practiceContent = contentOf({
  ...{ source: "practices", type: "Practice", prefix: "prc" },
  payload: z.object({
    protection: protectionSchema,
    title: z.string(),
    summary: z.string().nullable().default(null),
  }),
  row: (_, { protection, title, summary }) => ({
    ...{ ...WHOLE, ...protection, title, excerpt: summary, groupId: null, networkId: null },
  }),
});

export const contentReplicas: readonly Replica[] = [
  groupContent,
  meetingContent("Meeting", "mtg"),
  meetingContent("MeetingSeries", "ser"),
  meetingContent("Poll", "pol"),
  agendaItemContent,
  practiceContent,
];
