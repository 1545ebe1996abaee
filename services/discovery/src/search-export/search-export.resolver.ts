import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { OrganisationTableFormat } from "../organisation-export/organisation-export.enum.ts";
import type { WrittenTable } from "../organisation-export/written-table.service.ts";
import type { FoundThings } from "../search/search.service.ts";
import { SearchHitConnection } from "../search/search.type.ts";
import type { SearchExportService } from "./search-export.service.ts";
import { SearchTable } from "./search-export.type.ts";

@Resolver(() => SearchHitConnection)
export class SearchExportResolver {
  constructor(private readonly exports: SearchExportService) {}

  @FieldResolver(() => SearchTable, {
    nullable: true,
    description:
      "All that is found as a table, whatever the page: as far as the viewer may see. More than 5,000 things are an error LIMIT_EXCEEDED that says the budget.",
  })
  table(
    @Root() found: FoundThings,
    @Arg("format", () => OrganisationTableFormat, { description: "As what it is written." })
    format: OrganisationTableFormat,
  ): Promise<WrittenTable> {
    return this.exports.table(found, format);
  }
}
