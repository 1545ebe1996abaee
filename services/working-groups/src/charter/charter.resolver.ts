import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type PersonKey, PersonStub } from "../person/person.stub.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { canGovernGroup } from "../working-group/working-group.policy.ts";
import { Charter } from "./charter.entity.ts";
import { AdoptCharterInput } from "./charter.inputs.ts";
import type { CharterService } from "./charter.service.ts";

const CharterConnection = connectionOf(() => Charter, { name: "Charter" });

/** What a group is for. */
@Resolver(() => WorkingGroup)
export class GroupChartersResolver {
  constructor(private readonly adopted: CharterService) {}

  @Mutation(() => WorkingGroup, {
    nullable: true,
    description:
      "Adopts a new version of a group's charter, by who sees its `viewerCanAdoptCharter`; those of before are kept. BAD_USER_INPUT (`quorum.organisations`) for a quorum larger than the seats; CONFLICT (`group`) when the group is concluded.",
  })
  adoptCharter(
    @Arg("input", () => AdoptCharterInput, { description: "The charter." })
    input: AdoptCharterInput,
    @Ctx() context: Context,
  ): Promise<WorkingGroup> {
    return this.adopted.adopt(requireWriter(context), input);
  }

  @FieldResolver(() => Charter, {
    nullable: true,
    description: "Its charter, in the version that stands. Null while none was adopted here.",
  })
  charter(@Root() group: WorkingGroup, @Ctx() { loaders }: Context): Promise<Charter | null> {
    return loaders.charterOfGroup.load(group.id);
  }

  @FieldResolver(() => CharterConnection, {
    description: "All versions of its charter, the latest first.",
  })
  charters(
    @Root() group: WorkingGroup,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Charter>> {
    return loaders.chartersOfGroup.load(group.id, args);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may adopt a charter for it, while it is not concluded.",
  })
  viewerCanAdoptCharter(@Root() group: WorkingGroup, @Ctx() { viewer }: Context): boolean {
    return canGovernGroup(viewer, group);
  }
}

@Resolver(() => Charter)
export class CharterResolver {
  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who adopted it. Null for the platform itself, and where the person is gone or hidden.",
  })
  adoptedBy(@Root() { personId }: Charter, @Ctx() { loaders }: Context): Promise<PersonKey | null> {
    return loadMaybe(loaders.people, personId);
  }
}
