import type { AgendaLanguage } from "../agenda-template/standing-title.value.ts";
import type {
  AgendaContent,
  Agreed,
  ItemContent,
  MinutedItem,
  MinutesContent,
} from "./document-content.value.ts";
import { DOCUMENT_WORDS } from "./document-words.value.ts";

/** An agenda as CommonMark: headings and dates in the language, all else as it was written. */
export function agendaMarkdown(content: AgendaContent, language: AgendaLanguage): string {
  const words = DOCUMENT_WORDS[language];
  return joined([
    ...headOf(content, language, words.agenda),
    ...content.items.flatMap((item, index) => [
      `## ${index + 1}. ${plain(item.title)}`,
      aboutItem(item, content.timeZone, language),
      ...papersLine(item, language),
      ...(item.isConfidential && !content.isConfidential ? [words.itemRule] : []),
    ]),
  ]);
}

/** Minutes as CommonMark. What was said of an item is quoted, so that it ends where it ends. */
export function minutesMarkdown(content: MinutesContent, language: AgendaLanguage): string {
  const words = DOCUMENT_WORDS[language];
  const state = words.states[content.state] ?? "";
  const day = content.approvedAt && dayIn(content.approvedAt, content.timeZone, language);
  return joined([
    ...headOf(content, language, `${words.minutes} (${day ? `${state}, ${day}` : state})`),
    ...listOf(words.present, (content.present ?? []).map(plain)),
    ...content.items.flatMap((item, index) => ofItem(item, index, { content, language })),
    ...listOf(
      words.agreed,
      content.agreed.map((one) => agreedLine(one, language)),
    ),
    ...listOf(
      words.actionLog,
      content.actionLog.map((one) => agreedLine(one, language)),
    ),
  ]);
}

interface Within {
  readonly content: MinutesContent;
  readonly language: AgendaLanguage;
}

function ofItem(item: MinutedItem, index: number, { content, language }: Within): string[] {
  const isAlone = item.isConfidential && !content.isConfidential;
  const quoted = item.text.replace(/^/gm, "> ");
  const agreed = item.agreed.map((one) => `- ${agreedLine(one, language)}`).join("\n");
  return [
    `## ${index + 1}. ${plain(item.title)}`,
    ...(isAlone ? [DOCUMENT_WORDS[language].itemRule] : []),
    ...(item.text.trim() === "" ? [] : [quoted]),
    ...(agreed === "" ? [] : [agreed]),
  ];
}

function headOf(
  { title, startsAt, timeZone, isConfidential, host, chair }: Omit<AgendaContent, "items">,
  language: AgendaLanguage,
  kind: string,
): string[] {
  const when = new Intl.DateTimeFormat(language, {
    ...({ dateStyle: "full", timeStyle: "short" } as const),
    timeZone,
  }).format(startsAt);
  const words = DOCUMENT_WORDS[language];
  const roles = [
    ...(host === null ? [] : [`${words.host}: ${plain(host)}`]),
    ...(chair === null ? [] : [`${words.chair}: ${plain(chair)}`]),
  ].join(" · ");
  const rule = isConfidential ? [words.meetingRule] : [];
  const told = roles === "" ? [] : [roles];
  return [`# ${plain(title)}`, `**${kind}**`, `${when} (${plain(timeZone)})`, ...told, ...rule];
}

function aboutItem(item: ItemContent, timeZone: string, language: AgendaLanguage): string {
  const words = DOCUMENT_WORDS[language];
  const time = new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone });
  const minutes = new Intl.NumberFormat(language, { style: "unit", unit: "minute" });
  return [
    `${time.format(item.startsAt)} (${minutes.format(item.durationMinutes)})`,
    ...(item.purpose === null ? [] : [words.purposes[item.purpose]]),
    ...(item.presenter === null ? [] : [`${words.presenter}: ${plain(item.presenter)}`]),
    ...(item.objective === null ? [] : [`${words.objective} ${item.objective}`]),
    ...(item.consultation === null ? [] : [`${words.consultation}: ${plain(item.consultation)}`]),
  ].join(" · ");
}

/** Their titles alone: a link to a file is over in minutes, and a document is kept. */
const papersLine = ({ papers }: ItemContent, language: AgendaLanguage): string[] =>
  papers.length === 0
    ? []
    : [
        `${DOCUMENT_WORDS[language].papers}: ${papers
          .map((paper) => `${plain(paper.title)} (${plain(paper.language)})`)
          .join(" · ")}`,
      ];

function agreedLine({ kind, text, state, owner, dueOn }: Agreed, language: AgendaLanguage): string {
  const words = DOCUMENT_WORDS[language];
  const due = dueOn && `${words.due} ${dayIn(new Date(`${dueOn}T12:00:00Z`), "UTC", language)}`;
  const after = [owner && plain(owner), due, words.states[state]].filter(Boolean).join(" · ");
  return `**${words[kind]}**: ${plain(text)} (${after})`;
}

const dayIn = (day: Date, timeZone: string, language: AgendaLanguage): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(day);

const listOf = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${line}`).join("\n")];

/** One line that means nothing but itself in Markdown. */
const plain = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`);

const joined = (blocks: readonly string[]): string => `${blocks.join("\n\n")}\n`;
