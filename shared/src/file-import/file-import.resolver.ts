import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Connection, ConnectionArgs } from "../connection/connection.ts";
import { uploadPath } from "../upload/uploads.ts";
import type { ViewerContext } from "../viewer.ts";
import { FileImport } from "./file-import.entity.ts";
import { canCancel, canUpload } from "./file-import.policy.ts";
import type { FileImportService } from "./file-import.service.ts";
import { ImportMade, ImportProblemConnection } from "./file-import.type.ts";
import type { ImportProblem } from "./import-problem.entity.ts";

/** The fields of an import that are more than a column. */
@Resolver(() => FileImport)
export class FileImportResolver {
  constructor(
    private readonly service: FileImportService,
    /** The name of the service that owns the import. */
    private readonly source: string,
  ) {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where to send the file by PUT: relative to the address of the graph. Good once, for an hour, up to 50 MB; whoever has it may send the file. Null for everybody but who asked for the import, and once the file is here.",
  })
  uploadUrl(@Root() one: FileImport, @Ctx() { viewer }: ViewerContext): string | null {
    return canUpload(viewer, one)
      ? uploadPath(this.source, { id: one.id, token: one.uploadToken ?? "" })
      : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may call it off now." })
  viewerCanCancel(@Root() one: FileImport, @Ctx() { viewer }: ViewerContext): boolean {
    return canCancel(viewer, one);
  }

  @FieldResolver(() => [ImportMade], {
    description:
      "What its rows have made, where one row can make several things; empty where a row is one thing.",
  })
  made(@Root() one: FileImport): ImportMade[] {
    return Object.entries(one.made).map(([what, count]) =>
      Object.assign(new ImportMade(), { what, count }),
    );
  }

  @FieldResolver(() => ImportProblemConnection, {
    description: "What was found wrong with the rows so far, in the order of the file.",
  })
  problems(
    @Root() one: FileImport,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ImportProblem>> {
    return this.service.problems(one, args);
  }
}
