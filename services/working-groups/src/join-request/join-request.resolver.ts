import { Personal } from "@convene/shared/audit/personal";
import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { JoinQuestion, type KeptQuestion } from "@convene/shared/join-request/join-question.entity";
import { type OrganisationKey, OrganisationStub } from "../organisation/organisation.stub.ts";
import { type PersonKey, PersonStub } from "../person/person.stub.ts";
import { Seat } from "../seat/seat.entity.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { canEditGroup } from "../working-group/working-group.policy.ts";
import { JoinRequest } from "./join-request.entity.ts";
import { JoinRequestState } from "@convene/shared/join-request/join-request.enum";
import {
  DecideJoinRequestInput,
  RequestToJoinInput,
  WithdrawJoinRequestInput,
} from "./join-request.inputs.ts";
import { canAsk } from "./join-request.policy.ts";
import type { JoinRequestService } from "./join-request.service.ts";

const JoinRequestConnection = connectionOf(() => JoinRequest, { name: "JoinRequest" });

@Resolver(() => JoinRequest)
export class JoinRequestResolver {
  constructor(private readonly requests: JoinRequestService) {}

  @Mutation(() => JoinRequest, {
    nullable: true,
    description:
      "Asks for a seat in a group, by an owner or editor of the organisation. CONFLICT (`organisation`) when it sits there or has asked already, or when the group's co-leads could not see it; CONFLICT (`group`) when the group is concluded.",
  })
  requestToJoin(
    @Arg("input", () => RequestToJoinInput, { description: "The request." })
    input: RequestToJoinInput,
    @Ctx() context: Context,
  ): Promise<JoinRequest> {
    return this.requests.ask(requireWriter(context), input);
  }

  @Mutation(() => JoinRequest, {
    nullable: true,
    description:
      "Approves a request, which gives the organisation its seat, or declines it: by who sees its `viewerCanDecide`. CONFLICT when it is decided already.",
  })
  decideJoinRequest(
    @Arg("input", () => DecideJoinRequestInput, { description: "The decision." })
    input: DecideJoinRequestInput,
    @Ctx() context: Context,
  ): Promise<JoinRequest> {
    return this.requests.decide(requireWriter(context), input);
  }

  @Mutation(() => JoinRequest, {
    nullable: true,
    description:
      "Takes a request back, by who sees its `viewerCanWithdraw`. CONFLICT when it is decided already.",
  })
  withdrawJoinRequest(
    @Arg("input", () => WithdrawJoinRequestInput, { description: "Which." })
    input: WithdrawJoinRequestInput,
    @Ctx() context: Context,
  ): Promise<JoinRequest> {
    return this.requests.withdraw(requireWriter(context), input);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: "Who asks. Null where it has gone since.",
  })
  organisation(
    @Root() { organisationId }: JoinRequest,
    @Ctx() { loaders }: Context,
  ): Promise<OrganisationKey | null> {
    return loaders.organisations.load(organisationId);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description: "Who would fill the seat. Null where nobody is named, or they are hidden.",
  })
  @Personal(({ delegateId }: Pick<JoinRequest, "delegateId">) => delegateId)
  delegate(
    @Root() { delegateId }: JoinRequest,
    @Ctx() { loaders }: Context,
  ): Promise<PersonKey | null> {
    return loadMaybe(loaders.people, delegateId);
  }

  @FieldResolver(() => Seat, {
    nullable: true,
    description: "The seat that it was given. Null while it has none.",
  })
  seat(@Root() { seatId }: JoinRequest, @Ctx() { loaders }: Context): Promise<Seat | null> | null {
    return seatId === null ? null : loaders.seats.load(seatId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may decide about it now." })
  viewerCanDecide(
    @Root() { groupId, state }: JoinRequest,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<boolean> {
    return loaders.groups
      .load(groupId)
      .then(
        (group) => group !== null && state === JoinRequestState.OPEN && canEditGroup(viewer, group),
      );
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it back now." })
  viewerCanWithdraw(
    @Root() { organisationId, state }: JoinRequest,
    @Ctx() { viewer }: Context,
  ): boolean {
    return state === JoinRequestState.OPEN && canAsk(viewer, organisationId);
  }
}

@Resolver(() => WorkingGroup)
export class GroupJoinRequestsResolver {
  @FieldResolver(() => [JoinQuestion], {
    description: "What it asks of an organisation that wants to join it, in its order.",
  })
  joinQuestions(@Root() group: WorkingGroup): KeptQuestion[] {
    return group.joinQuestions ?? [];
  }

  @FieldResolver(() => JoinRequestConnection, {
    description:
      "Who has asked to join it, the latest first. Empty for all but those who edit the group, and the owners and editors of an organisation, who see its own.",
  })
  joinRequests(
    @Root() group: WorkingGroup,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<JoinRequest>> {
    return loaders.joinRequestsOfGroup.load(group.id, args);
  }
}
