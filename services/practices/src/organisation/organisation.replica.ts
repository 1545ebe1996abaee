import { protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { normaliseName } from "@convene/shared/table/name-key";
import { z } from "zod";
import { Organisation } from "./organisation.entity.ts";
import { identifierKey } from "./organisation.repository.ts";

const payload = z.object({
  protection: protectionSchema,
  name: z.string(),
  names: z.array(z.object({ name: z.string() })),
  acronym: z.string().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  countries: z.array(z.string()),
});

export const organisationReplica = replicaTable({
  source: "stakeholders",
  type: "Organisation",
  payload,
  entity: Organisation,
  row: ({ id, payload: { protection, name, names, acronym, identifiers, countries } }) => {
    const called = [name, acronym ?? "", ...names.map((other) => other.name)];
    return {
      id,
      ...protection,
      identifierKeys: [...new Set(identifiers.map(identifierKey))],
      nameKeys: [...new Set(called.map(normaliseName))].filter((key) => key !== ""),
      countries,
    };
  },
});
