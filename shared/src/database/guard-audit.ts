import type { Client } from "pg";
import { withConnection } from "./one-connection.ts";
import { type Provisioning, schemaOf, serviceRole } from "./provision.ts";

/**
 * Takes the audit logs from the roles of the services, which made them and may only read them and add
 * to them from now on: neither change nor cut off a record, nor take away the triggers that refuse
 * it. Idempotent; once the services are open. A migration that changes these tables needs their owner.
 */
export async function guardAudit(given: Provisioning, services: readonly string[]): Promise<void> {
  const config = { connectionString: given.adminUrl, application_name: "convene-provision" };
  await withConnection(config, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('convene-provision'))");
    for (const service of services) await guard(client, given, service);
  });
}

/** In one go: there is no moment at which the service could not write. A copied database has another role. */
async function guard(client: Client, { adminUrl }: Provisioning, service: string): Promise<void> {
  const role = serviceRole(adminUrl, service);
  const table = `"${schemaOf(service)}".audit_record`;
  const { rows } = await client.query<{ isOurs: boolean; isGranted: boolean }>(
    `SELECT pg_get_userbyid(relowner) = current_user AS "isOurs",
       has_table_privilege($2, oid, 'INSERT') AS "isGranted"
     FROM pg_class WHERE oid = to_regclass($1)`,
    [table, role],
  );
  const [found] = rows;
  if (!found || (found.isOurs && found.isGranted)) return;
  await client.query(`
    BEGIN;
    ALTER TABLE ${table} OWNER TO CURRENT_USER;
    GRANT SELECT, INSERT ON ${table} TO ${role};
    COMMIT;
  `);
}
