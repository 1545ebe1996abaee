import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Network } from "../network/network.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import type { DuplicateService } from "./duplicate.service.ts";
import { DuplicateSuggestion, DuplicateSuggestionConnection } from "./duplicate.type.ts";

@Resolver(() => DuplicateSuggestion)
export class DuplicateSuggestionResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The one that was asked about, or belongs to the network.",
  })
  organisation(
    @Root() { organisationId }: DuplicateSuggestion,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "The one that it looks like." })
  other(
    @Root() { otherId }: DuplicateSuggestion,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(otherId);
  }
}

@Resolver(() => Organisation)
export class OrganisationDuplicatesResolver {
  constructor(private readonly service: DuplicateService) {}

  @FieldResolver(() => DuplicateSuggestionConnection, {
    nullable: true,
    description:
      "Records that look like it, of those that the viewer sees; the most alike first. Null for all but its owners and editors, the secretariats of its networks, and administrators.",
  })
  duplicates(
    @Root() organisation: Organisation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<DuplicateSuggestion> | null> {
    return this.service.ofOrganisation(viewer, organisation, args);
  }
}

@Resolver(() => Network)
export class NetworkDuplicatesResolver {
  constructor(private readonly service: DuplicateService) {}

  @FieldResolver(() => DuplicateSuggestionConnection, {
    nullable: true,
    description:
      "Organisations that belong to it today and look like others, of those that the viewer sees; the most alike first, each pair once. Null for all but its secretariat, and administrators.",
  })
  duplicates(
    @Root() network: Network,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<DuplicateSuggestion> | null> {
    return this.service.ofNetwork(viewer, network, args);
  }
}
