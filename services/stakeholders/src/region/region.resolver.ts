import { Query, Resolver } from "type-graphql";
import type { ReferenceService } from "../reference/reference.service.ts";
import { Region } from "./region.entity.ts";

@Resolver(() => Region)
export class RegionResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [Region], {
    nullable: true,
    description:
      "Commissions, groups and regions of the Hub: a closed vocabulary, so a plain list.",
  })
  regions(): Promise<Region[]> {
    return this.reference.all(Region, { kind: "ASC", id: "ASC" });
  }
}
