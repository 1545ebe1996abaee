import type { EntityManager } from "typeorm";
import { FreeDate } from "./free-date.entity.ts";
import { standing } from "./free-date.value.ts";

/** What a network keeps free; for a group of none, what each network begins with. */
export async function freeDatesOf(
  manager: EntityManager,
  networkId: string | null,
): Promise<FreeDate[]> {
  return standing(
    networkId ?? "",
    networkId === null ? [] : await manager.findBy(FreeDate, { networkId }),
  );
}
