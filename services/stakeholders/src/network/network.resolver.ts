import type { Connection } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Network } from "./network.entity.ts";
import { CreateNetworkInput, NetworksArgs, UpdateNetworkInput } from "./network.inputs.ts";
import { canEditNetwork } from "./network.policy.ts";
import type { NetworkService } from "./network.service.ts";
import { NetworkConnection } from "./network.type.ts";

@Resolver(() => Network)
export class NetworkResolver {
  constructor(private readonly service: NetworkService) {}

  @Query(() => Network, {
    nullable: true,
    description: "A network by its id. Null where there is none, or the viewer may not see it.",
  })
  network(
    @Arg("id", () => ID, { description: "A TypeID with the prefix `net`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Network | null> {
    return loaders.networks.load(id);
  }

  @Query(() => NetworkConnection, {
    nullable: true,
    description: "The networks that the viewer may see, by name; case and accents apart.",
  })
  networks(
    @Args(() => NetworksArgs) args: NetworksArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Network>> {
    return this.service.list(viewer, args);
  }

  @Mutation(() => Network, {
    nullable: true,
    description: "Enters a network. Open to administrators.",
  })
  createNetwork(
    @Arg("input", () => CreateNetworkInput, { description: "What is known of it." })
    input: CreateNetworkInput,
    @Ctx() context: Context,
  ): Promise<Network> {
    return this.service.create(requireWriter(context), input);
  }

  @Mutation(() => Network, {
    nullable: true,
    description: "Changes a network. Open to its secretariat, and administrators.",
  })
  updateNetwork(
    @Arg("input", () => UpdateNetworkInput, { description: "The change." })
    input: UpdateNetworkInput,
    @Ctx() context: Context,
  ): Promise<Network> {
    return this.service.update(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may change it and its members.",
  })
  viewerCanEdit(@Root() network: Network, @Ctx() { viewer }: Context): boolean {
    return canEditNetwork(viewer, network);
  }
}
