import type { Transaction } from "@convene/shared/database/transaction";
import { newId } from "@convene/shared/type-id";
import { In, IsNull, LessThan, Not } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { agendaItemFeed } from "../agenda-item/agenda-item.feed.ts";
import { orderAgenda } from "../agenda-item/agenda-order.repository.ts";
import { lastPosition } from "../agenda-item/agenda-position.repository.ts";
import { StandingItem } from "../agenda-item/standing-item.enum.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { AgendaTemplate, type TemplateItem } from "./agenda-template.entity.ts";

/** The template of the series, or else of the group or the network that meets. */
async function templateFor(
  { manager }: Transaction,
  { seriesId, groupId, networkId }: Meeting,
): Promise<AgendaTemplate | null> {
  const own =
    seriesId === null ? null : await manager.findOneBy(AgendaTemplate, { placeId: seriesId });
  return own ?? manager.findOneBy(AgendaTemplate, { placeId: groupId ?? networkId ?? "" });
}

/** Puts those standing items on the agenda that are not there yet. Its meeting's row is held. */
export async function addStandingItems(tx: Transaction, meeting: Meeting): Promise<void> {
  const template = await templateFor(tx, meeting);
  if (!template) return;
  const { id: meetingId } = meeting;
  const there = await tx.manager.findBy(AgendaItem, { meetingId, standing: Not(IsNull()) });
  const missing = template.items.filter(
    ({ standing }) => !there.some((item) => item.standing === standing),
  );
  const before = await meetingBefore(tx, meeting);
  const last = await lastPosition(tx.manager, meetingId);
  const rows = missing.map((item, index) => ({
    ...rowOf(item, before),
    ...{ meetingId, position: last + 1 + index },
  }));
  await tx.manager.insert(AgendaItem, rows);
  await orderAgenda(tx.manager, meetingId);
  await tx.publish({ ...agendaItemFeed, ids: rows.map(({ id }) => id) });
}

const rowOf = ({ standing, title, durationMinutes }: TemplateItem, before: Meeting | null) => ({
  id: newId("agi"),
  standing,
  title,
  durationMinutes,
  approvesMinutesOfId: standing === StandingItem.MINUTES_APPROVAL ? (before?.id ?? null) : null,
});

/** The last one before it of the same series; of a meeting of no series, of the same convener. */
async function meetingBefore({ manager }: Transaction, meeting: Meeting): Promise<Meeting | null> {
  const { seriesId, groupId, networkId, startsAt } = meeting;
  return manager.findOne(Meeting, {
    where: {
      seriesId: seriesId ?? IsNull(),
      groupId: groupId ?? IsNull(),
      ...(groupId === null && networkId !== null && { networkId: In([networkId]) }),
      status: MeetingStatus.SCHEDULED,
      startsAt: LessThan(startsAt),
    },
    order: { startsAt: "DESC", id: "DESC" },
  });
}
