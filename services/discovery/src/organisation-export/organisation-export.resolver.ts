import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import type { FoundOrganisations } from "../organisation-search/organisation-search.service.ts";
import { FoundOrganisationConnection } from "../organisation-search/organisation-search.type.ts";
import { OrganisationTableFormat } from "./organisation-export.enum.ts";
import type { OrganisationExportService } from "./organisation-export.service.ts";
import { OrganisationTable } from "./organisation-export.type.ts";
import type { WrittenTable } from "./written-table.service.ts";

@Resolver(() => FoundOrganisationConnection)
export class OrganisationExportResolver {
  constructor(private readonly exports: OrganisationExportService) {}

  @FieldResolver(() => OrganisationTable, {
    nullable: true,
    description:
      "All that is found as a table, whatever the page: as far as the viewer may see. More than 5,000 organisations are an error LIMIT_EXCEEDED that says the budget.",
  })
  table(
    @Root() found: FoundOrganisations,
    @Arg("format", () => OrganisationTableFormat, { description: "As what it is written." })
    format: OrganisationTableFormat,
  ): Promise<WrittenTable> {
    return this.exports.table(found, format);
  }
}
