import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import type { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import type { AgendaLanguage } from "../agenda-template/standing-title.value.ts";
import { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import type { CommitmentRow } from "../commitment/commitment-row.entity.ts";
import { isUnderRule, ofItem, unlessRuled } from "../confidence/confidence.loaders.ts";
import type { Context } from "../context.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { canReadMinutes } from "../minute/minutes.policy.ts";
import { MinutesState } from "../minute/minutes-state.enum.ts";
import { MeetingRole } from "../rotation/meeting-role.enum.ts";
import { organisationOfHolder, turnAt } from "../rotation/rotation.loaders.ts";
import { plusMinutes } from "../wall-clock/wall-clock.value.ts";
import type {
  AgendaContent,
  Agreed,
  ItemContent,
  MinutedItem,
  MinutesContent,
  PaperContent,
} from "./document-content.value.ts";

/*
 * What documents are made of is taken through the same loaders as the graph's fields, on behalf of
 * the same viewer: what those do not tell, no document tells.
 */

type Loaders = Context["loaders"];

/** In which its template is, and English of what has none. */
async function languageOf(meeting: Meeting, loaders: Loaders): Promise<AgendaLanguage> {
  const { seriesId, groupId, networkId } = meeting;
  const own = await loadMaybe(loaders.agendaTemplate, seriesId);
  const template = own ?? (await loadMaybe(loaders.agendaTemplate, groupId ?? networkId));
  return template?.language ?? "en";
}

/** With papers only on behalf of those who sit there. */
export async function agendaContent(
  meeting: Meeting,
  { loaders, viewer }: Pick<Context, "loaders" | "viewer">,
): Promise<AgendaContent> {
  const items = await itemsOf(meeting, loaders);
  const contents = await Promise.all(contentsOf(items, meeting, loaders));
  const sits = canReadMinutes(viewer, meeting);
  const papers = sits ? await Promise.all(items.map(({ id }) => papersOf(id, loaders))) : [];
  return {
    ...(await headOf(meeting, loaders)),
    items: contents.map((content, at) => ({ ...content, papers: papers[at] ?? [] })),
  };
}

const papersOf = async (item: string, loaders: Loaders): Promise<PaperContent[]> =>
  (await all((args) => loaders.papersOfItem.load(item, args))).map(({ title, language }) => ({
    ...{ title, language },
  }));

/** Only on behalf of those who sit there. */
export async function minutesContent(meeting: Meeting, loaders: Loaders): Promise<MinutesContent> {
  const { id } = meeting;
  const [minutes, items, decisions, actions, log] = await Promise.all([
    loaders.minutesOfMeeting.load(id),
    itemsOf(meeting, loaders),
    all((args) => loaders.decisionsOfMeeting.load(id, args)),
    all((args) => loaders.actionsOfMeeting.load(id, args)),
    all((args) => loaders.actionLog.load(id, args)),
  ]);
  const rows = [...decisions, ...actions];
  const agreed = await Promise.all(rows.map((row) => agreedOf(row, loaders)));
  const agreedFor = (item: string | null) => agreed.filter((_, at) => rows[at]?.itemId === item);
  const contents = await Promise.all(contentsOf(items, meeting, loaders));
  const texts = await Promise.all(items.map((item) => loaders.minutesOfItem.load(item.id)));
  return {
    ...(await headOf(meeting, loaders)),
    state: minutes?.state ?? MinutesState.DRAFT,
    approvedAt: minutes?.approvedAt ?? null,
    present: await presentAt(meeting, loaders),
    items: contents.map((content, at): MinutedItem => ({
      ...content,
      text: texts[at]?.text ?? "",
      agreed: agreedFor(items[at]?.id ?? ""),
    })),
    agreed: agreedFor(null),
    actionLog: await Promise.all(log.map((row) => agreedOf(row, loaders))),
  };
}

const headOf = async (meeting: Meeting, loaders: Loaders) => ({
  language: await languageOf(meeting, loaders),
  localStart: meeting.chosenStart,
  title: meeting.title,
  startsAt: meeting.startsAt,
  timeZone: meeting.timeZone,
  durationMinutes: meeting.durationMinutes,
  isConfidential: meeting.chathamHouse,
  host: await nameAt(meeting, MeetingRole.HOST, loaders),
  chair: await nameAt(meeting, MeetingRole.CHAIR, loaders),
});

async function nameAt(meeting: Meeting, role: MeetingRole, loaders: Loaders) {
  const turn = await turnAt(meeting, role, loaders);
  return (turn && (await organisationOfHolder(turn.holderId, loaders)))?.name ?? null;
}

const itemsOf = ({ id }: Meeting, loaders: Loaders): Promise<AgendaItem[]> =>
  all((args) => loaders.agendaOfMeeting.load(id, args));

const contentsOf = (items: readonly AgendaItem[], meeting: Meeting, loaders: Loaders) =>
  items.map(async (item): Promise<ItemContent> => {
    const presenter = await unlessRuled(ofItem(item), loaders, () =>
      loadMaybe(loaders.organisation, item.presenterId),
    );
    return {
      title: item.title,
      startsAt: plusMinutes(meeting.startsAt, await loaders.minutesBefore.load(item.id)),
      durationMinutes: item.durationMinutes,
      purpose: item.purpose,
      presenter: presenter?.name ?? null,
      objective: item.objectiveNumber,
      consultation: (await loadMaybe(loaders.inputCall, item.consultationId))?.title ?? null,
      isConfidential: await isUnderRule(ofItem(item), loaders),
      papers: [],
    };
  });

/** The organisations that were there, by name; null under the Chatham House Rule. */
async function presentAt(meeting: Meeting, loaders: Loaders): Promise<string[] | null> {
  if (meeting.chathamHouse) return null;
  const records = await all((args) => loaders.attendanceOfMeeting.load(meeting.id, args));
  const present = records.filter(({ status }) => status === AttendanceStatus.ATTENDED);
  const names = await Promise.all(
    present.map(({ organisationId }) => loaders.organisation.load(organisationId)),
  );
  return [...new Set(names.flatMap((found) => (found ? [found.name] : [])))].sort();
}

async function agreedOf(row: CommitmentRow, loaders: Loaders): Promise<Agreed> {
  const owner = await unlessRuled(row, loaders, () =>
    loadMaybe(loaders.organisation, row.organisationId),
  );
  return {
    kind: row.id.startsWith("dec") ? "decision" : "action",
    text: row.text,
    state: row.state,
    owner: owner?.name ?? null,
    dueOn: row.dueOn,
  };
}

/** Page by page, to the end. */
async function all<T>(load: (args: ConnectionArgs) => Promise<Connection<T>>): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const page: Connection<T> = await load(
      Object.assign(new ConnectionArgs(), { first: 100, after }),
    );
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
