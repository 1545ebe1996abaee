import { CancelImportFields, ImportFields } from "@convene/shared/file-import/file-import.inputs";
import { Field, InputType } from "type-graphql";
import { OrganisationProvenanceInput } from "../organisation/organisation-origin.inputs.ts";
import { ImportKind } from "./import-kind.enum.ts";

@InputType({ description: "A table that is to be taken in; its file is sent afterwards." })
export class StartImportInput extends ImportFields {
  @Field(() => ImportKind, { description: "What its rows are." })
  kind!: ImportKind;

  @Field(() => String, {
    nullable: true,
    description:
      "Under which scheme the identifiers of the file's own are kept, such as `ocha-3w`; `import` unless told. The same source should have the same scheme each time.",
  })
  scheme?: string | null;

  @Field(() => OrganisationProvenanceInput, {
    nullable: true,
    description:
      "Where the file comes from, which `Organisation.provenance` keeps for what is made of it; unless told, the name of the file. A row that names its data set is from there.",
  })
  provenance?: OrganisationProvenanceInput | null;
}

@InputType({ description: "Which import is called off." })
export class CancelImportInput extends CancelImportFields {}
