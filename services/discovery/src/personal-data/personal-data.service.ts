import { type PersonalTable, SEEN_BY } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this service. */
export const personalData: readonly PersonalTable[] = [
  { table: "person_document", title: "replica", person: ["id"], secret: SEEN_BY },
  { table: "saved_search", title: "savedSearches", person: ["owner_id"], isPrivate: true },
  { table: "search_notice", title: "searchNotices", person: ["owner_id"], isPrivate: true },
  { table: "tie", title: "ties", person: ["source_id", "target_id"] },
];
