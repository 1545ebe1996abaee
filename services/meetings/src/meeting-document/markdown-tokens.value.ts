import MarkdownIt, { type Token } from "markdown-it";

/** Without HTML and pictures: a document asks nothing of anybody else, and runs nothing. */
const reader = new MarkdownIt("commonmark", { html: false }).disable("image");

/** Tells each block the direction of what is written in it. */
reader.core.ruler.push("direction", ({ tokens }) => {
  for (const token of tokens) if (token.nesting === 1) token.attrSet("dir", "auto");
});

export const markdownTokens = (markdown: string): Token[] => reader.parse(markdown, {});

export const markdownHtml = (markdown: string): string => reader.render(markdown);
