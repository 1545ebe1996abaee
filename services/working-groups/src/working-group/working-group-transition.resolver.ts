import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type PersonKey, PersonStub } from "../person/person.stub.ts";
import { WorkingGroupTransition } from "./working-group-transition.entity.ts";
import { WorkingGroup } from "./working-group.entity.ts";

const WorkingGroupTransitionConnection = connectionOf(() => WorkingGroupTransition, {
  name: "WorkingGroupTransition",
});

@Resolver(() => WorkingGroup)
export class WorkingGroupTransitionsResolver {
  @FieldResolver(() => WorkingGroupTransitionConnection, {
    description: "The steps of its life, the latest first: who took each, when and why.",
  })
  transitions(
    @Root() group: WorkingGroup,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<WorkingGroupTransition>> {
    return loaders.transitionsOfGroup.load(group.id, args);
  }
}

@Resolver(() => WorkingGroupTransition)
export class WorkingGroupTransitionResolver {
  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who took it. Null for the platform itself, and where the person is gone or hidden.",
  })
  by(
    @Root() { personId }: WorkingGroupTransition,
    @Ctx() { loaders }: Context,
  ): Promise<PersonKey | null> {
    return loadMaybe(loaders.people, personId);
  }
}
