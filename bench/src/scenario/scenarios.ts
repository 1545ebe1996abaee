import { agendaQuery } from "./agenda.ts";
import { change } from "./change.ts";
import { oneOrganisation } from "./one-organisation.ts";
import type { Scenario } from "./scenario.ts";
import { searchPage } from "./search-page.ts";
import { twentyOrganisations } from "./twenty-organisations.ts";

/** All, in the order in which they are measured. The change comes last: it dirties the tables. */
export const scenarios: readonly Scenario[] = [
  oneOrganisation,
  agendaQuery,
  twentyOrganisations,
  searchPage,
  change,
];
