import { CancelImportFields, ImportFields } from "@convene/shared/file-import/file-import.inputs";
import { InputType } from "type-graphql";

@InputType({ description: "A table of practices that is to be taken in; its file is sent later." })
export class StartPracticeImportInput extends ImportFields {}

@InputType({ description: "Which import of practices is called off." })
export class CancelPracticeImportInput extends CancelImportFields {}
