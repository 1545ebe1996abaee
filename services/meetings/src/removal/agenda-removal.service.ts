import { type Removable, removable } from "@convene/shared/removal/removable";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";
import { PaperUpload } from "../paper/paper-upload.entity.ts";
import { PaperVersion } from "../paper/paper-version.entity.ts";
import { Paper } from "../paper/paper.entity.ts";

/** What stands on agendas, and what is to be read before it. */
export const agendaTables: readonly Removable[] = [
  removable({
    entity: PaperUpload,
    title: "papers that are awaited",
    feed: null,
    refersBy: ["itemId", "proposalId", "paperId", "uploaderId"],
    derived: [],
  }),
  removable({
    entity: Paper,
    title: "papers",
    label: "title",
    feed: null,
    refersBy: ["itemId", "proposalId", "ownerId"],
    derived: [],
    parts: [{ entity: PaperVersion, owner: "paperId", refersBy: ["uploaderId"] }],
  }),
  removable({
    entity: AgendaProposal,
    title: "proposals for agendas",
    label: "title",
    feed: null,
    refersBy: [
      ...(["meetingId", "seriesId", "itemId", "carriedFromId"] as const),
      ...(["practiceId", "consultationId", "proposerId", "organisationId"] as const),
    ],
    derived: [],
  }),
  removable({
    entity: AgendaItem,
    title: "agenda items",
    label: "title",
    feed: "AgendaItem",
    refersBy: [
      ...(["meetingId", "presenterId", "practiceId", "consultationId"] as const),
      ...(["carriedFromId", "approvesMinutesOfId"] as const),
    ],
    derived: ["position"],
  }),
];
