import { connectionOf, ConnectionArgs } from "@convene/shared/connection/connection";
import { ArgsType, Field } from "type-graphql";
import { Report } from "./report.entity.ts";
import { ReportState } from "./report.enum.ts";

export const ReportConnection = connectionOf(() => Report, { name: "Report" });

@ArgsType()
export class ReportsArgs extends ConnectionArgs {
  @Field(() => ReportState, { nullable: true, description: "Only those of which this is true." })
  state?: ReportState | null;
}
