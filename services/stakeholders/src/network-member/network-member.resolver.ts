import type { Connection } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Network } from "../network/network.entity.ts";
import { canEditNetwork } from "../network/network.policy.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person } from "../person/person.entity.ts";
import { NetworkMember } from "./network-member.entity.ts";
import {
  AddNetworkMemberInput,
  EndNetworkMemberInput,
  NetworkMembersArgs,
} from "./network-member.inputs.ts";
import type { NetworkMemberService } from "./network-member.service.ts";
import { NetworkMemberConnection } from "./network-member.type.ts";

@Resolver(() => NetworkMember)
export class NetworkMemberResolver {
  constructor(private readonly service: NetworkMemberService) {}

  @Mutation(() => NetworkMember, {
    nullable: true,
    description:
      "Takes an organisation or a person into a network. CONFLICT where it belongs already, in the same role. Open to the network's secretariat, and administrators.",
  })
  addNetworkMember(
    @Arg("input", () => AddNetworkMemberInput, { description: "Who, and as what." })
    input: AddNetworkMemberInput,
    @Ctx() context: Context,
  ): Promise<NetworkMember> {
    return this.service.add(requireWriter(context), input);
  }

  @Mutation(() => NetworkMember, {
    nullable: true,
    description: "Ends a membership. Open to the network's secretariat, and administrators.",
  })
  endNetworkMember(
    @Arg("input", () => EndNetworkMemberInput, { description: "Which, and when." })
    input: EndNetworkMemberInput,
    @Ctx() context: Context,
  ): Promise<NetworkMember> {
    return this.service.end(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may end it." })
  viewerCanEnd(@Root() { networkId }: NetworkMember, @Ctx() { viewer }: Context): boolean {
    return canEditNetwork(viewer, { id: networkId });
  }

  @FieldResolver(() => Network, { nullable: true, description: "To which network." })
  network(
    @Root() { networkId }: NetworkMember,
    @Ctx() { loaders }: Context,
  ): Promise<Network | null> {
    return loaders.networks.load(networkId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation that belongs; null where it is a person.",
  })
  organisation(
    @Root() { organisationId }: NetworkMember,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return organisationId === null
      ? Promise.resolve(null)
      : loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "The person who belongs on their own; null where it is an organisation.",
  })
  person(@Root() { personId }: NetworkMember, @Ctx() { loaders }: Context): Promise<Person | null> {
    return personId === null ? Promise.resolve(null) : loaders.people.load(personId);
  }
}

@Resolver(() => Network)
export class NetworkMembersResolver {
  @FieldResolver(() => NetworkMemberConnection, {
    nullable: true,
    description: "Who belongs to it, of those whom the viewer may see; the longest first.",
  })
  members(
    @Root() { id }: Network,
    @Args(() => NetworkMembersArgs) args: NetworkMembersArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<NetworkMember>> {
    return loaders.membersByNetwork.load(id, args);
  }
}

@Resolver(() => Organisation)
export class OrganisationNetworksResolver {
  @FieldResolver(() => NetworkMemberConnection, {
    nullable: true,
    description:
      "Its memberships of networks that the viewer may see, with role and dates; the longest first.",
  })
  networks(
    @Root() { id }: Organisation,
    @Args(() => NetworkMembersArgs) args: NetworkMembersArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<NetworkMember>> {
    return loaders.membershipsByOrganisation.load(id, args);
  }
}

@Resolver(() => Person)
export class PersonNetworksResolver {
  @FieldResolver(() => NetworkMemberConnection, {
    nullable: true,
    description:
      "The memberships that they hold on their own, of networks that the viewer may see; the longest first.",
  })
  networks(
    @Root() { id }: Person,
    @Args(() => NetworkMembersArgs) args: NetworkMembersArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<NetworkMember>> {
    return loaders.membershipsByPerson.load(id, args);
  }
}
