import { Query, Resolver } from "type-graphql";
import type { ReferenceService } from "../reference/reference.service.ts";
import { StakeholderCategory } from "./stakeholder-category.entity.ts";

@Resolver(() => StakeholderCategory)
export class StakeholderCategoryResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [StakeholderCategory], {
    nullable: true,
    description:
      "The kinds of stakeholder, in the order of paragraph 44, the others behind them: a closed vocabulary, so a plain list.",
  })
  stakeholderCategories(): Promise<StakeholderCategory[]> {
    return this.reference.all(StakeholderCategory, { position: "ASC" });
  }
}
