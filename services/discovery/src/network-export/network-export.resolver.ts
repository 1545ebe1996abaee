import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import type { FoundGraph } from "../network-graph/network-graph.service.ts";
import { NetworkGraph } from "../network-graph/network-graph.type.ts";
import { NetworkFileFormat } from "./network-export.enum.ts";
import type { NetworkExportService, WrittenFile } from "./network-export.service.ts";
import { NetworkFile } from "./network-export.type.ts";

@Resolver(() => NetworkGraph)
export class NetworkExportResolver {
  constructor(private readonly exports: NetworkExportService) {}

  @FieldResolver(() => NetworkFile, {
    nullable: true,
    description: "This part of the network as a file for another program.",
  })
  file(
    @Root() graph: FoundGraph,
    @Arg("format", () => NetworkFileFormat, { description: "As what it is written." })
    format: NetworkFileFormat,
  ): Promise<WrittenFile> {
    return this.exports.file(graph, format);
  }
}
