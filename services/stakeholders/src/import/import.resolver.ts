import { FileImport } from "@convene/shared/file-import/file-import.entity";
import type { FileImportService } from "@convene/shared/file-import/file-import.service";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { CancelImportInput, StartImportInput } from "./import.inputs.ts";
import { startImport } from "./import.service.ts";

@Resolver(() => FileImport)
export class ImportResolver {
  constructor(private readonly imports: FileImportService) {}

  @Query(() => FileImport, {
    nullable: true,
    description:
      "An import of organisations and what they do, by its id: how far it has come. Null where there is none, or the viewer may not see it.",
  })
  import(
    @Arg("id", () => ID, { description: "A TypeID with the prefix `imp`." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<FileImport | null> {
    return this.imports.find(viewer, id);
  }

  @Mutation(() => FileImport, {
    nullable: true,
    description:
      "Begins to take in a table of organisations, or of what they do. Send the file to `uploadUrl`, then ask `import` how far it has come. Open to administrators.",
  })
  startImport(
    @Arg("input", () => StartImportInput, { description: "What is to be done." })
    input: StartImportInput,
    @Ctx() context: Context,
  ): Promise<FileImport> {
    return startImport(this.imports, requireWriter(context), input);
  }

  @Mutation(() => FileImport, {
    nullable: true,
    description:
      "Calls an import off. What it has taken in stays. CONFLICT where it has ended. Open to administrators.",
  })
  cancelImport(
    @Arg("input", () => CancelImportInput, { description: "Which." }) input: CancelImportInput,
    @Ctx() context: Context,
  ): Promise<FileImport> {
    return this.imports.cancel(requireWriter(context), { mutation: "cancelImport", input });
  }
}
