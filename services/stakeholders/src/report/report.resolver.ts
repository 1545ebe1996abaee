import type { Connection } from "@convene/shared/connection/connection";
import { Personal } from "@convene/shared/audit/personal";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { ifPersonal, Report } from "./report.entity.ts";
import { DecideReportInput, ReportContentInput, RestoreContentInput } from "./report.inputs.ts";
import { canDecide } from "./report.policy.ts";
import { kindOf } from "./content-kind.value.ts";
import type { ReportService } from "./report.service.ts";
import { ReportConnection, ReportsArgs } from "./report.type.ts";

@Resolver(() => Report)
export class ReportResolver {
  constructor(private readonly service: ReportService) {}

  @Query(() => ReportConnection, {
    nullable: true,
    description:
      "The queue of those who decide, and what the viewer has reported; the oldest first. None for nobody.",
  })
  reports(
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Report>> {
    return this.service.list(viewer, args);
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      "Says that something should not stand here. Moderators decide; of a working group, and of what it convenes, the secretariat of its network too. At most 20 a day.",
  })
  reportContent(
    @Arg("input", () => ReportContentInput, { description: "What, and why." })
    input: ReportContentInput,
    @Ctx() context: Context,
  ): Promise<Report> {
    return this.service.report(requireWriter(context), input);
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      "Takes down what was reported, or lets it stand. Who reported it is told, and so is whose it is where it is taken down.",
  })
  decideReport(
    @Arg("input", () => DecideReportInput, { description: "Which, and how." })
    input: DecideReportInput,
    @Ctx() context: Context,
  ): Promise<Report> {
    return this.service.decide(requireWriter(context), input);
  }

  @Mutation(() => Report, {
    nullable: true,
    description: "Shows again, to whom it was shown before, what was taken down.",
  })
  restoreContent(
    @Arg("input", () => RestoreContentInput, { description: "Which, and why." })
    input: RestoreContentInput,
    @Ctx() context: Context,
  ): Promise<Report> {
    return this.service.restore(requireWriter(context), input);
  }

  @FieldResolver(() => String, {
    description: "The type of what it is about, such as `Organisation`; `Node` where that is none.",
  })
  aboutType(@Root() { about }: Report): string {
    return kindOf(about);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "What that says of itself now: its description, summary, source or, of a message, its text. Null for all but those who decide, and where it has nothing but its title.",
  })
  @Personal(ifPersonal)
  excerpt(
    @Root() report: Report,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<string | null> | null {
    return canDecide(viewer, report) ? loaders.excerpts.load(report.about) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer may decide about it, and restore what was taken down by it. Nobody decides about their own.",
  })
  viewerCanDecide(@Root() report: Report, @Ctx() { viewer }: Context): boolean {
    return canDecide(viewer, report);
  }
}
