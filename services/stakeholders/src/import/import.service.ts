import type { FileImport } from "@convene/shared/file-import/file-import.entity";
import type { FileImportService } from "@convene/shared/file-import/file-import.service";
import type { Viewer } from "@convene/shared/viewer";
import { readSource } from "../organisation/organisation-origin.value.ts";
import { schemeNamed } from "../organisation-import/file-identifier.value.ts";
import { ImportKind } from "./import-kind.enum.ts";
import type { stakeholderImporters } from "./import-kind.service.ts";
import type { StartImportInput } from "./import.inputs.ts";

/** As the command line calls them. */
const KINDS: Readonly<Record<ImportKind, keyof typeof stakeholderImporters>> = {
  [ImportKind.ORGANISATIONS]: "organisations",
  [ImportKind.PRESENCE]: "presence",
  [ImportKind.RELATIONSHIPS]: "relationships",
  [ImportKind.ACTIVITIES]: "activities",
  [ImportKind.NETWORK]: "network",
};

export const startImport = (
  imports: FileImportService,
  viewer: Viewer,
  input: StartImportInput,
): Promise<FileImport> =>
  imports.start(viewer, {
    mutation: "startImport",
    input,
    kind: KINDS[input.kind],
    scheme: schemeNamed(input.scheme ?? "import"),
    source: input.provenance ? readSource("provenance", input.provenance) : null,
  });
