import { FileImport } from "@convene/shared/file-import/file-import.entity";
import type { FileImportService } from "@convene/shared/file-import/file-import.service";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import {
  CancelPracticeImportInput,
  StartPracticeImportInput,
} from "./practice-import-start.inputs.ts";

@Resolver(() => FileImport)
export class PracticeImportResolver {
  constructor(private readonly imports: FileImportService) {}

  @Query(() => FileImport, {
    nullable: true,
    description:
      "An import of practices, by its id: how far it has come. Null where there is none, or the viewer may not see it.",
  })
  practiceImport(
    @Arg("id", () => ID, { description: "A TypeID with the prefix `imp`." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<FileImport | null> {
    return this.imports.find(viewer, id);
  }

  @Mutation(() => FileImport, {
    nullable: true,
    description:
      "Begins to take in a table of practices. Send the file to `uploadUrl`, then ask `practiceImport` how far it has come. Open to administrators.",
  })
  startPracticeImport(
    @Arg("input", () => StartPracticeImportInput, { description: "What is to be done." })
    input: StartPracticeImportInput,
    @Ctx() context: Context,
  ): Promise<FileImport> {
    return this.imports.start(requireWriter(context), {
      mutation: "startPracticeImport",
      input,
      kind: "practices",
      ...{ scheme: null, source: null },
    });
  }

  @Mutation(() => FileImport, {
    nullable: true,
    description:
      "Calls an import of practices off. What it has taken in stays. CONFLICT where it has ended. Open to administrators.",
  })
  cancelPracticeImport(
    @Arg("input", () => CancelPracticeImportInput, { description: "Which." })
    input: CancelPracticeImportInput,
    @Ctx() context: Context,
  ): Promise<FileImport> {
    return this.imports.cancel(requireWriter(context), {
      mutation: "cancelPracticeImport",
      input,
    });
  }
}
