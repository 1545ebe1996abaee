import { registerEnumType } from "type-graphql";

export enum DocumentFormat {
  MARKDOWN = "MARKDOWN",
  HTML = "HTML",
  PDF = "PDF",
}

registerEnumType(DocumentFormat, {
  name: "DocumentFormat",
  description: "In which form a document is given.",
  valuesConfig: {
    MARKDOWN: { description: "CommonMark text." },
    HTML: {
      description: "A page of its own, without scripts, and without anything from elsewhere.",
    },
    PDF: { description: "With its fonts, for printing." },
  },
});
