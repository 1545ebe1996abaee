import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import type { Practice } from "../practice/practice.entity.ts";
import { PracticeConnection } from "../practice/practice.resolver.ts";

@Resolver(() => OrganisationStub)
export class OrganisationPracticesResolver {
  @FieldResolver(() => PracticeConnection, {
    nullable: true,
    description:
      "The practices that the organisation carries out or supports and the viewer may see, the newest first.",
  })
  practices(
    @Root() { id }: OrganisationStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Practice>> {
    return loaders.practicesOfOrganisation(id, args);
  }
}
