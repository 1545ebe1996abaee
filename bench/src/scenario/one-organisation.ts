import type { Scenario } from "./scenario.ts";
import { shown } from "./visible-sql-text.ts";

/** One service, one row: what a gateway costs by itself. */
export const oneOrganisation: Scenario = {
  name: "organisation",
  title: "One organisation by id",
  nested: false,
  changes: false,
  operation: "OneOrganisation",
  query: `query OneOrganisation($id: ID!) {
  organisation(id: $id) { id name acronym countries languages website description lastConfirmedOn }
}`,
  variables: (random, { organisations }) => ({ id: random.pick(organisations).id }),
  sql: `SELECT json_build_object('organisation', (
    SELECT json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym,
      'countries', o.countries, 'languages', o.languages, 'website', o.website,
      'description', o.description, 'lastConfirmedOn', o.last_confirmed_on)
    FROM stakeholders.organisation AS o WHERE o.id = $1 AND ${shown("o")}))::text AS data`,
  parameters: ({ id }) => [id],
};
