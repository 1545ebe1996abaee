import type { EntityManager } from "typeorm";

/** Reports hold what cells say, so they go a month after the end; what never got its file, in a day. */
export async function forgetImports(manager: Pick<EntityManager, "query">): Promise<void> {
  await manager.query(
    `DELETE FROM file_import WHERE finished_at < now() - interval '30 days'
       OR (state = 'WAITING_FOR_FILE' AND upload_until < now() - interval '1 day')`,
  );
}
