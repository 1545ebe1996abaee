import { Query, Resolver } from "type-graphql";
import type { ReferenceService } from "../reference/reference.service.ts";
import { Sector } from "./sector.entity.ts";

@Resolver(() => Sector)
export class SectorResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [Sector], {
    nullable: true,
    description: "The sectors that we propose, by label: a short vocabulary, so a plain list.",
  })
  sectors(): Promise<Sector[]> {
    return this.reference.all(Sector, { label: "ASC" });
  }
}
