import { today } from "@convene/shared/today";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { OrganisationOtherName } from "./organisation-other-name.entity.ts";

@Resolver(() => OrganisationOtherName)
export class OrganisationOtherNameResolver {
  @FieldResolver(() => Boolean, { description: "Whether it is a name of the past." })
  isFormer(@Root() { until }: OrganisationOtherName): boolean {
    return until !== null && until <= today();
  }
}
