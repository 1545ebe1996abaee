import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { GuidingPrincipleStub } from "../guiding-principle/guiding-principle.stub.ts";
import { ObjectiveStub } from "../objective/objective.stub.ts";
import { PracticeType } from "../practice-type/practice-type.entity.ts";
import { SustainableDevelopmentGoalStub } from "../sustainable-development-goal/sustainable-development-goal.stub.ts";
import { Practice } from "./practice.entity.ts";
import { CreatePracticeInput, PracticeFilter, UpdatePracticeInput } from "./practice.inputs.ts";
import { canEdit } from "./practice.policy.ts";
import type { PracticeService } from "./practice.service.ts";

export const PracticeConnection = connectionOf(() => Practice, { name: "Practice" });

@Resolver(() => Practice)
export class PracticeResolver {
  constructor(private readonly practiceService: PracticeService) {}

  @Query(() => Practice, {
    nullable: true,
    description: "One practice; null when it is gone, or hidden from the viewer.",
  })
  practice(
    @Arg("id", () => ID, { description: "The practice's id." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Practice | null> {
    return loaders.practices.load(id);
  }

  @Query(() => PracticeConnection, {
    nullable: true,
    description: "The practices that the viewer may see, what was published last first.",
  })
  practices(
    @Arg("filter", () => PracticeFilter, { nullable: true, description: "Which are wanted." })
    filter: PracticeFilter | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Practice>> {
    return this.practiceService.list(viewer, filter, args);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Enters a practice as a draft. For owners and editors of one of its implementers, the secretariat of a network of one of them, and administrators.",
  })
  createPractice(
    @Arg("input", () => CreatePracticeInput, { description: "The practice." })
    input: CreatePracticeInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.practiceService.create(requireWriter(context), input);
  }

  @Mutation(() => Practice, {
    nullable: true,
    description:
      "Changes a practice's text. For those who may edit it (`viewerCanEdit`); CONFLICT while it is reviewed or published.",
  })
  updatePractice(
    @Arg("input", () => UpdatePracticeInput, { description: "What changes." })
    input: UpdatePracticeInput,
    @Ctx() context: Context,
  ): Promise<Practice> {
    return this.practiceService.update(requireWriter(context), input);
  }

  @FieldResolver(() => PracticeType, {
    nullable: true,
    description: "What kind of practice it is.",
  })
  type(@Root() { typeId }: Practice, @Ctx() { loaders }: Context) {
    return typeId === null ? null : loaders.practiceTypes.load(typeId);
  }

  @FieldResolver(() => [ObjectiveStub], {
    nullable: "itemsAndList",
    description: "The objectives of the Compact that it serves, in their order; one at least.",
  })
  objectives(@Root() practice: Practice): ObjectiveStub[] {
    return practice.objectives.map((number) => Object.assign(new ObjectiveStub(), { number }));
  }

  @FieldResolver(() => [GuidingPrincipleStub], {
    nullable: "itemsAndList",
    description: "The guiding principles of the Compact that it shows at work.",
  })
  guidingPrinciples(@Root() practice: Practice): GuidingPrincipleStub[] {
    return practice.guidingPrinciples.map((letter) =>
      Object.assign(new GuidingPrincipleStub(), { letter }),
    );
  }

  @FieldResolver(() => [SustainableDevelopmentGoalStub], {
    nullable: "itemsAndList",
    description: "The Sustainable Development Goals that it serves.",
  })
  sdgs(@Root() practice: Practice): SustainableDevelopmentGoalStub[] {
    return practice.sdgs.map((number) =>
      Object.assign(new SustainableDevelopmentGoalStub(), { number }),
    );
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may change its text and its organisations now.",
  })
  viewerCanEdit(@Root() practice: Practice, @Ctx() { viewer }: Context): boolean {
    return canEdit(viewer, practice);
  }
}
