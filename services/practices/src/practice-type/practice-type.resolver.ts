import { Query, Resolver } from "type-graphql";
import { PracticeType } from "./practice-type.entity.ts";
import type { PracticeTypeService } from "./practice-type.service.ts";

@Resolver(() => PracticeType)
export class PracticeTypeResolver {
  constructor(private readonly types: PracticeTypeService) {}

  @Query(() => [PracticeType], {
    nullable: true,
    description: "All kinds of practice, in the order of the list.",
  })
  practiceTypes(): Promise<PracticeType[]> {
    return this.types.all();
  }
}
