import type { Transactions } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import type { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { findItem } from "../agenda-item/agenda-item.service.ts";
import { Minutes } from "../minute/minutes.entity.ts";
import { holdToWrite } from "../minute/minutes.service.ts";
import type { SetAgendaItemOutcomeInput } from "./carry-over.inputs.ts";

/** Says what became of items, until the meeting is concluded: by then they have gone on. */
export class OutcomeService {
  constructor(private readonly transactions: Transactions) {}

  set(viewer: Viewer, input: SetAgendaItemOutcomeInput): Promise<AgendaItem> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "setAgendaItemOutcome",
        input,
        first: async () => {
          const item = await holdToWrite(tx, viewer, input.id);
          const minutes = await tx.manager.findOneBy(Minutes, { meetingId: item.meetingId });
          if (minutes?.concludedAt) throw conflict(`Meeting ${item.meetingId} is concluded`);
          item.outcome = input.outcome ?? null;
          item.version += 1;
          return tx.manager.save(item);
        },
        again: (id) => findItem(tx, viewer, id),
      }),
    );
  }
}
