import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { connectionOf } from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { unlessRuled } from "../confidence/confidence.loaders.ts";
import type { Context } from "../context.ts";
import { PersonStub } from "../person/person.stub.ts";
import { CommitmentChange } from "./commitment-change.entity.ts";

export const CommitmentChangeConnection = connectionOf(() => CommitmentChange, {
  name: "CommitmentChange",
});

@Resolver(() => CommitmentChange)
export class CommitmentChangeResolver {
  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who said so. Null where the person is hidden or gone, and under the Chatham House Rule.",
  })
  @Personal(whoIsNamed)
  changedBy(@Root() change: CommitmentChange, @Ctx() { loaders }: Context) {
    return unlessRuled(change, loaders, () => loadMaybe(loaders.person, change.changedById));
  }
}
