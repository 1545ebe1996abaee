import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import type { ReferenceService } from "../reference/reference.service.ts";
import { Region } from "../region/region.entity.ts";
import { ReviewEvent } from "./review-event.entity.ts";

@Resolver(() => ReviewEvent)
export class ReviewEventResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [ReviewEvent], {
    nullable: true,
    description: "The reviews of the Compact, in order of time: few, so a plain list.",
  })
  reviewEvents(): Promise<ReviewEvent[]> {
    return this.reference.all(ReviewEvent, { startDate: "ASC", id: "ASC" });
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: "Whose review it is; null for the forum, which is the whole world's.",
  })
  commission(
    @Root() { commissionId }: ReviewEvent,
    @Ctx() { loaders }: Context,
  ): Promise<Region | null> {
    return commissionId === null ? Promise.resolve(null) : loaders.regions.load(commissionId);
  }
}
