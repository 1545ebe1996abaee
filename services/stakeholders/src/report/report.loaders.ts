import type { ServiceParts } from "@convene/shared/service/service-definition";
import DataLoader from "dataloader";
import { excerptsOf } from "./report.repository.ts";

export const reportLoaders = ({ db: { manager } }: Pick<ServiceParts, "db">) => ({
  /** What a thing that was reported says of itself, whoever asks: only for those who decide. */
  excerpts: new DataLoader<string, string | null>(async (ids) => {
    const found = await excerptsOf(manager, ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
});
