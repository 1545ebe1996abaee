import type { SampleRoleName } from "@convene/shared/permission/sample";
import { ask, type Answer, change } from "./ask.ts";
import type { Attempt } from "./attempt.ts";
import type { Making, PermissionWorld } from "./permission-world.ts";

type Data = Answer["data"];

/** Whoever may remove a paper removes one of their own. */
const REMOVERS: readonly SampleRoleName[] = ["coLead", "secretariat", "admin"];

/** Sends a file as any client would: a link by the graph, and the file by the link. */
export async function sendPaper(
  url: string,
  token: string,
  { paper: input, body }: { readonly paper: object; readonly body: string },
): Promise<void> {
  const { uploadUrl } = await change(url, {
    ...{ field: "uploadPaper", input, selection: "uploadUrl", token },
  });
  const { status } = await fetch(new URL(String(uploadUrl), url), { method: "PUT", body });
  if (status !== 201) throw new Error(`The file was answered ${status}`);
}

/** What the administrator has sent for an item of an agenda. */
export async function makePapers(making: Making, tokens: PermissionWorld["tokens"]): Promise<void> {
  const { url, id, ids } = making;
  const token = tokens.admin ?? "";
  for (const title of ["paper", ...REMOVERS.map((role) => `paper for ${role}`)]) {
    const paper = { agendaItem: id("agenda item"), title, fileName: "paper.md" };
    await sendPaper(url, token, { paper, body: "# What is to be read" });
  }
  const query = `{ agendaItem(id: "${id("agenda item")}") { papers { nodes { id title } } } }`;
  const { data } = await ask(url, { query, token });
  for (const paper of data.agendaItem.papers.nodes) ids[paper.title] = paper.id;
}

const IT = "a group's meeting that everybody sees";
const SENT = "what the administrator has sent";

/** How papers are tried, by the key of the row. */
export const PAPER_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  [`uploadPaper: ${IT}`]: (id) => ({
    ...{ agendaItem: id("agenda item"), title: "", fileName: "paper.md" },
  }),
  [`removePaper: ${SENT}`]: (id, { role, isAllowed }) => ({
    id: id(isAllowed ? `paper for ${role}` : "paper"),
  }),
  [`setPapersDeadline: ${IT}`]: (id) => ({
    ...{ meeting: id("meeting"), papersDueAt: "2099-01-01T00:00:00Z" },
  }),
};

export const paperFields = (id: PermissionWorld["id"]): string =>
  `paper(id: "${id("paper")}") { id latest { downloadUrl } }
    sentFor: agendaItem(id: "${id("agenda item")}") { papers { totalCount } }
    sentWith: agendaProposal(id: "${id("proposal")}") { papers { totalCount } }`;

const isThere = (value: unknown): boolean => value !== null && value !== undefined;

/** Who is shown them, by the key of the row. */
export const PAPER_READS: Readonly<Record<string, (data: Data) => boolean>> = {
  [`Query.paper: ${SENT}`]: ({ paper }) => isThere(paper),
  [`AgendaItem.papers: ${IT}`]: ({ sentFor }) => isThere(sentFor.papers),
  [`AgendaProposal.papers: ${SENT}`]: ({ sentWith }) => isThere(sentWith?.papers),
  [`PaperVersion.downloadUrl: ${SENT}`]: ({ paper }) => isThere(paper?.latest.downloadUrl),
};
