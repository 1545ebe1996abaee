import type { Scenario } from "./scenario.ts";

/** A row and its outbox in one transaction; what the others keep of it follows by the change feed. */
export const change: Scenario = {
  name: "mutation",
  title: "A mutation with its outbox",
  nested: false,
  changes: true,
  operation: "Describe",
  query: `mutation Describe($id: ID!, $description: String!) {
  updateOrganisation(input: { id: $id, description: $description }) { id name description }
}`,
  variables: (random, { organisations }) => ({
    id: random.pick(organisations).id,
    description: `As described for the ${random.integer(1, 1_000_000_000)}th time`,
  }),
  sql: `WITH changed AS (
      UPDATE stakeholders.organisation SET description = $2, updated_at = now()
      WHERE id = $1 RETURNING id, name, description),
    told AS (
      INSERT INTO stakeholders.outbox (type, id, version, txid, position)
      SELECT 'Organisation', id, 1, pg_current_xact_id(), nextval('stakeholders.outbox_position')
      FROM changed
      ON CONFLICT (type, id) DO UPDATE SET version = outbox.version + 1, txid = excluded.txid,
        position = excluded.position, changed_at = now(),
        payload = jsonb_set(outbox.payload, '{description}', to_jsonb($2::text))
      RETURNING pg_notify('convene_changes', 'stakeholders'))
    SELECT json_build_object('updateOrganisation', json_build_object('id', changed.id,
      'name', changed.name, 'description', changed.description))::text AS data
    FROM changed, told`,
  parameters: ({ id, description }) => [id, description],
};
