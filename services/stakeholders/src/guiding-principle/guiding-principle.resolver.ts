import { Query, Resolver } from "type-graphql";
import type { ReferenceService } from "../reference/reference.service.ts";
import { GuidingPrinciple } from "./guiding-principle.entity.ts";

@Resolver(() => GuidingPrinciple)
export class GuidingPrincipleResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [GuidingPrinciple], {
    nullable: true,
    description: "The ten guiding principles, a to j: a closed vocabulary, so a plain list.",
  })
  guidingPrinciples(): Promise<GuidingPrinciple[]> {
    return this.reference.all(GuidingPrinciple, { letter: "ASC" });
  }
}
