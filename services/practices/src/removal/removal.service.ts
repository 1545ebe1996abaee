import { mergeRemovables } from "@convene/shared/merge/merge-tables";
import { removable, type Removal } from "@convene/shared/removal/removable";
import { PracticeOrganisation } from "../practice/practice-organisation.entity.ts";
import { Practice } from "../practice/practice.entity.ts";

/** What was put here for trying out can be taken away again. */
export const removal: Removal = {
  tables: [
    ...mergeRemovables,
    removable({
      entity: Practice,
      title: "practices",
      label: "title",
      feed: "Practice",
      refersBy: ["steward"],
      derived: ["audience", "organisations", "networks"],
      parts: [{ entity: PracticeOrganisation, owner: "practiceId", refersBy: ["organisationId"] }],
    }),
  ],
  settle: () => Promise.resolve(),
};
