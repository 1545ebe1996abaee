import type { NoticeEvent, NoticeItem } from "@convene/shared/notice/notice";
import { Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { NotificationKind } from "../notification-setting/notification-kind.enum.ts";

/** Of what kind each is, to those who choose. */
export const KIND_OF: Readonly<Record<NoticeEvent, NotificationKind>> = {
  MESSAGE_RECEIVED: NotificationKind.MESSAGE,
  INTRODUCTION_ASKED: NotificationKind.MESSAGE,
  INTRODUCTION_PASSED_ON: NotificationKind.MESSAGE,
  INTRODUCTION_ACCEPTED: NotificationKind.MESSAGE,
  INTRODUCTION_DECLINED: NotificationKind.MESSAGE,
  INTRODUCTION_FOLLOW_UP: NotificationKind.MESSAGE,
  SEARCH_FOUND: NotificationKind.SEARCH,
  REPORT_FILED: NotificationKind.REPORT,
  REPORT_UPHELD: NotificationKind.DECISION,
  REPORT_DISMISSED: NotificationKind.DECISION,
  CLAIM_MADE: NotificationKind.REPORT,
  CLAIM_APPROVED: NotificationKind.DECISION,
  CLAIM_DECLINED: NotificationKind.DECISION,
  NETWORK_JOIN_ASKED: NotificationKind.REPORT,
  NETWORK_JOINED: NotificationKind.DECISION,
  NETWORK_JOIN_DECLINED: NotificationKind.DECISION,
  TAKEN_DOWN: NotificationKind.DECISION,
  RESTORED: NotificationKind.DECISION,
  POLL_ASKED: NotificationKind.POLL,
  POLL_REMINDER: NotificationKind.POLL,
  POLL_DECIDED: NotificationKind.POLL,
  CALL_OPENED: NotificationKind.CALL,
  CALL_REMINDER: NotificationKind.CALL,
  MEETING_INVITED: NotificationKind.MEETING,
  MEETING_CHANGED: NotificationKind.MEETING,
  MEETING_CANCELLED: NotificationKind.MEETING,
  MEETING_WITHDRAWN: NotificationKind.MEETING,
  AGENDA_PROPOSED: NotificationKind.AGENDA,
  AGENDA_ACCEPTED: NotificationKind.AGENDA,
  AGENDA_DECLINED: NotificationKind.AGENDA,
  AGENDA_POSTPONED: NotificationKind.AGENDA,
  ACTION_NUDGE: NotificationKind.ACTION,
};

/** What waits to be mailed to one account. It is gone once it was. */
@Entity()
@Index(["accountId", "dueAt"])
export class Notification {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: "CASCADE" })
  account!: Account;

  @Column("text")
  kind!: NotificationKind;

  @Column("jsonb")
  item!: NoticeItem;

  /** What has told it: when that is taken back, this is forgotten. */
  @Column("text")
  noticeId!: string;

  @Column("timestamp with time zone", { precision: 3 })
  dueAt!: Date;

  /** The job that mails it: a second attempt of it mails exactly the same. */
  @Column("text", { nullable: true })
  mailing!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
