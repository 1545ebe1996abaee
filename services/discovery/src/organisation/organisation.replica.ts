import { protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { foldName, foldText } from "@convene/shared/table/text-folding";
import { z } from "zod";
import { OrganisationDocument } from "./organisation-document.entity.ts";
import {
  areasSchema,
  distinct,
  keptProfileOf,
  profilesSchema,
  workOf,
} from "./organisation-profile.value.ts";

const payload = z.object({
  protection: protectionSchema,
  name: z.string(),
  names: z.array(z.object({ name: z.string() })),
  otherNames: z.array(z.object({ name: z.string() })).default([]),
  acronym: z.string().nullable(),
  category: z.string().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  countries: z.array(z.string()),
  areas: areasSchema,
  objectives: z.array(z.number()),
  sectors: z.array(z.string()),
  languages: z.array(z.string()),
  // What was told before organisations had them tells neither.
  needs: z.array(z.string()).default([]),
  offers: z.array(z.string()).default([]),
  isOpenToPartners: z.boolean().default(true),
  description: z.string().nullable(),
  lastConfirmedOn: z.string().nullable(),
  createdAt: z.string(),
  profiles: profilesSchema,
});

export const organisationReplica = replicaTable({
  source: "stakeholders",
  type: "Organisation",
  payload,
  entity: OrganisationDocument,
  row: ({
    id,
    payload: { protection, identifiers, description, createdAt, profiles, ...kept },
  }) => {
    const names = distinct([kept.name, ...kept.names.map(({ name }) => name)].map(foldName));
    const otherNames = distinct(kept.otherNames.map(({ name }) => foldName(name)));
    const texts = [...names, ...otherNames, kept.acronym, description].filter(
      (text) => text !== null,
    );
    return {
      ...kept,
      ...protection,
      id,
      sortName: foldName(kept.name),
      names,
      otherNames,
      acronym: kept.acronym === null ? null : foldName(kept.acronym),
      identifiers: distinct(
        identifiers.flatMap(({ scheme, value }) =>
          [`${scheme}:${value}`, `${scheme}-${value}`, value].map(foldName),
        ),
      ),
      ...workOf(kept),
      profiles: profiles.map((was) => keptProfileOf(kept, was)),
      createdAt: new Date(createdAt),
      searchText: foldText(texts.join(" \n ")),
    };
  },
});
