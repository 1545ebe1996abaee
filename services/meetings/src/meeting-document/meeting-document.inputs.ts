import { LanguageTagScalar } from "@convene/shared/scalars";
import { ArgsType, Field } from "type-graphql";
import { DocumentFormat } from "./document-format.enum.ts";

@ArgsType()
export class DocumentArgs {
  @Field(() => DocumentFormat, {
    defaultValue: DocumentFormat.MARKDOWN,
    description: "In which form.",
  })
  format: DocumentFormat = DocumentFormat.MARKDOWN;

  @Field(() => LanguageTagScalar, {
    nullable: true,
    description:
      "One of ar, en, es, fr, ru and zh; unless given that of the agenda's template, or else English.",
  })
  language?: string | null;
}
