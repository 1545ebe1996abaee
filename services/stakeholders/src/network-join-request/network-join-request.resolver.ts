import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { JoinQuestion, type KeptQuestion } from "@convene/shared/join-request/join-question.entity";
import { JoinRequestState } from "@convene/shared/join-request/join-request.enum";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { NetworkMember } from "../network-member/network-member.entity.ts";
import { Network } from "../network/network.entity.ts";
import { canEditNetwork } from "../network/network.policy.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import { NetworkJoinRequest } from "./network-join-request.entity.ts";
import {
  DecideNetworkJoinRequestInput,
  RequestToJoinNetworkInput,
  WithdrawNetworkJoinRequestInput,
} from "./network-join-request.inputs.ts";
import type { NetworkJoinRequestService } from "./network-join-request.service.ts";
import { NetworkJoinRequestConnection } from "./network-join-request.type.ts";

@Resolver(() => NetworkJoinRequest)
export class NetworkJoinRequestResolver {
  constructor(private readonly requests: NetworkJoinRequestService) {}

  @Mutation(() => NetworkJoinRequest, {
    nullable: true,
    description:
      "Asks that an organisation be taken into a network, by its owner or editor; the secretariat is told. CONFLICT (`organisation`) when it belongs to it or has asked already, or when the secretariat could not see it; LIMIT_EXCEEDED with 10 open requests of the organisation, or 30 in 30 days.",
  })
  requestToJoinNetwork(
    @Arg("input", () => RequestToJoinNetworkInput, { description: "The request." })
    input: RequestToJoinNetworkInput,
    @Ctx() context: Context,
  ): Promise<NetworkJoinRequest> {
    return this.requests.ask(requireWriter(context), input);
  }

  @Mutation(() => NetworkJoinRequest, {
    nullable: true,
    description:
      "Approves a request, by which the organisation belongs to the network from today on, or declines it with a reason; those who asked are told. Open to who sees its `viewerCanDecide`. CONFLICT when it is decided already, or the organisation belongs by now.",
  })
  decideNetworkJoinRequest(
    @Arg("input", () => DecideNetworkJoinRequestInput, { description: "The decision." })
    input: DecideNetworkJoinRequestInput,
    @Ctx() context: Context,
  ): Promise<NetworkJoinRequest> {
    return this.requests.decide(requireWriter(context), input);
  }

  @Mutation(() => NetworkJoinRequest, {
    nullable: true,
    description:
      "Takes a request back, by who sees its `viewerCanWithdraw`. CONFLICT when it is decided already.",
  })
  withdrawNetworkJoinRequest(
    @Arg("input", () => WithdrawNetworkJoinRequestInput, { description: "Which." })
    input: WithdrawNetworkJoinRequestInput,
    @Ctx() context: Context,
  ): Promise<NetworkJoinRequest> {
    return this.requests.withdraw(requireWriter(context), input);
  }

  @FieldResolver(() => Network, {
    nullable: true,
    description: "Which network it asks. Null where it is hidden by now.",
  })
  network(
    @Root() { networkId }: NetworkJoinRequest,
    @Ctx() { loaders }: Context,
  ): Promise<Network | null> {
    return loaders.networks.load(networkId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "Who asks. Null where it is hidden by now.",
  })
  organisation(
    @Root() { organisationId }: NetworkJoinRequest,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => NetworkMember, {
    nullable: true,
    description: "The membership that it was given. Null while it has none.",
  })
  membership(
    @Root() { memberId }: NetworkJoinRequest,
    @Ctx() { loaders }: Context,
  ): Promise<NetworkMember | null> {
    return loadMaybe(loaders.networkMembers, memberId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may decide about it now." })
  viewerCanDecide(
    @Root() { networkId, state }: NetworkJoinRequest,
    @Ctx() { viewer }: Context,
  ): boolean {
    return state === JoinRequestState.OPEN && canEditNetwork(viewer, { id: networkId });
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it back now." })
  viewerCanWithdraw(
    @Root() { organisationId, state }: NetworkJoinRequest,
    @Ctx() { viewer }: Context,
  ): boolean {
    return state === JoinRequestState.OPEN && canEditOrganisation(viewer, { id: organisationId });
  }
}

@Resolver(() => Network)
export class NetworkJoinRequestsResolver {
  @FieldResolver(() => [JoinQuestion], {
    description: "What it asks of an organisation that wants to join it, in its order.",
  })
  joinQuestions(@Root() network: Network): KeptQuestion[] {
    return network.joinQuestions ?? [];
  }

  @FieldResolver(() => NetworkJoinRequestConnection, {
    nullable: true,
    description:
      "Who has asked to join it, the latest first. Empty for all but its secretariat, and the owners and editors of an organisation, who see its own.",
  })
  joinRequests(
    @Root() { id }: Network,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<NetworkJoinRequest>> {
    return loaders.joinRequestsByNetwork.load(id, args);
  }
}
