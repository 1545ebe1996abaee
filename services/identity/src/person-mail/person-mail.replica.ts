import { type Replica, replicaTable } from "@convene/shared/replica/replica";
import { In } from "typeorm";
import { z } from "zod";
import { PersonMail } from "./person-mail.entity.ts";
import { PersonNews } from "./person-news.entity.ts";

const payload = z.object({
  name: z.string(),
  address: z.email(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
});

const mails = replicaTable({
  source: "stakeholders",
  type: "PersonMail",
  payload,
  entity: PersonMail,
  row: ({ id, payload: told }) => ({ id, ...told }),
});

/** With the address goes what waits to be mailed there. */
export const personMailReplica: Replica<z.infer<typeof payload>> = {
  ...mails,
  isNamedHere: false,
  followRemoval: async (tx, tombstones) => {
    const people = tombstones.map(({ id }) => id);
    await tx.manager.delete(PersonNews, { personId: In(people) });
  },
};
