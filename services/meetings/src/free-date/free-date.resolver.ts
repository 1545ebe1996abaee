import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { pageOf } from "@convene/shared/connection/page-of";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { NetworkStub } from "../network/network.stub.ts";
import { FreeDate } from "./free-date.entity.ts";
import { KeepDateFreeInput, RemoveFreeDateInput } from "./free-date.inputs.ts";
import { canKeepDatesFree } from "./free-date.policy.ts";
import { type FreeDateParts, FreeDateService } from "./free-date.service.ts";
import { standing } from "./free-date.value.ts";

const FreeDateConnection = connectionOf(() => FreeDate, { name: "FreeDate" });

@Resolver(() => FreeDate)
class FreeDateResolver {
  constructor(private readonly dates: FreeDateService) {}

  @Mutation(() => FreeDate, {
    nullable: true,
    description:
      "Keeps days free of meetings in a network: new series and plans leave them out. Meetings that stand, stay. For its secretariat.",
  })
  keepDateFree(
    @Arg("input", () => KeepDateFreeInput, { description: "Which days, and what for." })
    input: KeepDateFreeInput,
    @Ctx() context: Context,
  ): Promise<FreeDate> {
    return this.dates.keep(requireWriter(context), input);
  }

  @Mutation(() => FreeDate, {
    nullable: true,
    description:
      "Keeps days free no more, also 18 December, with which each network begins; answers them as they were. For its secretariat.",
  })
  removeFreeDate(
    @Arg("input", () => RemoveFreeDateInput, { description: "Which." })
    input: RemoveFreeDateInput,
    @Ctx() context: Context,
  ): Promise<FreeDate> {
    return this.dates.remove(requireWriter(context), input);
  }

  @FieldResolver(() => NetworkStub, { nullable: true, description: "The network." })
  network(@Root() { networkId }: FreeDate, @Ctx() { loaders }: Context) {
    return loaders.network.load(networkId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it away." })
  viewerCanRemove(@Root() { networkId }: FreeDate, @Ctx() { viewer }: Context): boolean {
    return canKeepDatesFree(viewer, networkId);
  }
}

@Resolver(() => NetworkStub)
class NetworkFreeDatesResolver {
  @FieldResolver(() => FreeDateConnection, {
    nullable: true,
    description:
      "The dates that the network keeps free of meetings; at first 18 December, International Migrants Day.",
  })
  freeDates(
    @Root() { id }: NetworkStub,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<FreeDate>> {
    return loaders.freeDatesOfNetwork.load(id).then((rows) => pageOf(standing(id, rows), args));
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may say which dates." })
  viewerCanKeepDatesFree(@Root() { id }: NetworkStub, @Ctx() { viewer }: Context): boolean {
    return canKeepDatesFree(viewer, id);
  }
}

export const freeDateResolvers = (parts: FreeDateParts) => [
  new FreeDateResolver(new FreeDateService(parts)),
  new NetworkFreeDatesResolver(),
];
