import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Network } from "../network/network.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Invitation } from "./invitation.entity.ts";
import { InvitationState } from "./invitation.enum.ts";
import { InviteOrganisationsInput, RevokeInvitationInput } from "./invitation.inputs.ts";
import { canRevoke, stateOf } from "./invitation.policy.ts";
import type { InvitationService } from "./invitation.service.ts";
import { InvitationConnection, InvitedOrganisations } from "./invitation.type.ts";

@Resolver(() => Invitation)
export class InvitationResolver {
  constructor(private readonly service: InvitationService) {}

  @Mutation(() => InvitedOrganisations, {
    nullable: true,
    description:
      "Enters the organisations of a table in a network, where they are not there yet, and mails each an invitation to own its record. Rows that are wrong are told of, and the others taken; again, the same table changes nothing. Open to administrators, and to the network's secretariat for organisations that such an invitation has entered.",
  })
  inviteOrganisations(
    @Arg("input", () => InviteOrganisationsInput, { description: "Whom, and where to." })
    input: InviteOrganisationsInput,
    @Ctx() context: Context,
  ): Promise<InvitedOrganisations> {
    return this.service.invite(requireWriter(context), input);
  }

  @Mutation(() => Invitation, {
    nullable: true,
    description:
      "Takes an invitation back; the organisation stays. Open to the network's secretariat, and administrators.",
  })
  revokeInvitation(
    @Arg("input", () => RevokeInvitationInput, { description: "Which." })
    input: RevokeInvitationInput,
    @Ctx() context: Context,
  ): Promise<Invitation> {
    return this.service.revoke(requireWriter(context), input);
  }

  @FieldResolver(() => InvitationState, { description: "What has become of it." })
  state(@Root() invitation: Invitation): InvitationState {
    return stateOf(invitation, new Date());
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it back now." })
  viewerCanRevoke(@Root() invitation: Invitation, @Ctx() { viewer }: Context): boolean {
    return canRevoke(viewer, invitation, new Date());
  }

  @FieldResolver(() => Network, { nullable: true, description: "Who invites." })
  network(@Root() { networkId }: Invitation, @Ctx() { loaders }: Context): Promise<Network | null> {
    return loaders.networks.load(networkId);
  }

  @FieldResolver(() => Organisation, { nullable: true, description: "Whose record it is about." })
  organisation(
    @Root() { organisationId }: Invitation,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(organisationId);
  }
}

@Resolver(() => Network)
export class NetworkInvitationsResolver {
  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description:
      "Whom it has invited, the latest first. Empty for all but its secretariat, and administrators.",
  })
  invitations(
    @Root() { id }: Network,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Invitation>> {
    return loaders.invitationsByNetwork.load(id, args);
  }
}
