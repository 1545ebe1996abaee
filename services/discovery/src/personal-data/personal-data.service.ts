import { type PersonalTable, SEEN_BY } from "@convene/shared/personal-data/personal-table";

/** Where something of a person stands in this read model: nothing that it has from elsewhere but here. */
export const personalData: readonly PersonalTable[] = [
  { table: "person_document", title: "replica", person: ["id"], secret: SEEN_BY },
  { table: "tie", title: "ties", person: ["source_id", "target_id"] },
];
