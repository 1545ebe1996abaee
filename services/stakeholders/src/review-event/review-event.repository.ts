import { z } from "zod";
import {
  referenceItems,
  referenceStatus,
  type ReferenceTable,
} from "../reference/reference.repository.ts";
import { ReviewEvent, ReviewEventKind } from "./review-event.entity.ts";

const KINDS = {
  "regional-review": ReviewEventKind.REGIONAL_REVIEW,
  imrf: ReviewEventKind.IMRF,
} as const;

const hearing = z.object({
  start: z.string(),
  end: z.string().nullable(),
  detail: z.string().nullable().default(null),
});

const item = z
  .object({
    id: z.string(),
    kind: z.enum(["regional-review", "imrf"]),
    round: z.int(),
    commission: z.string().nullable(),
    start: z.string(),
    end: z.string(),
    place: z.string().nullable(),
    stakeholderHearing: hearing.nullable(),
    status: referenceStatus,
  })
  .transform(({ kind, commission, start, end, ...event }) =>
    Object.assign(new ReviewEvent(), {
      ...event,
      kind: KINDS[kind],
      commissionId: commission,
      startDate: start,
      endDate: end,
    }),
  );

export const reviewEventTable: ReferenceTable<ReviewEvent> = {
  entity: ReviewEvent,
  rows: () => referenceItems("review-events", item),
};
