import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid } from "@convene/shared/errors";
import { MAIL_LANGUAGES, type MailLanguage } from "@convene/shared/mail/mail-language";
import type { Viewer } from "@convene/shared/viewer";
import type { DataSource } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { languageFor } from "../account/account-language.value.ts";
import {
  NotificationFrequency,
  NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";
import { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import {
  isKnownZone,
  settingOf,
  zoneOf,
} from "../notification-setting/notification-setting.repository.ts";
import { frequencyOf, rescheduleWaiting } from "../notification/notification.service.ts";
import type { Stop } from "../notification/unsubscribe-token.value.ts";
import type { UpdateNotificationPreferencesInput } from "./notification-preference.inputs.ts";
import { type QuietSpan, quietHoursOf, quietOf } from "./quiet-hours.value.ts";
import { canUpdatePreferences } from "./notification-preference.policy.ts";
import {
  type NotificationPreference,
  NotificationPreferences,
} from "./notification-preference.type.ts";

interface Wishes extends Pick<UpdateNotificationPreferencesInput, "language" | "timeZone"> {
  readonly quietHours?: QuietSpan | null;
  readonly kinds: readonly Readonly<NotificationPreference>[];
}

export class NotificationPreferenceService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  async ofAccount(id: string): Promise<NotificationPreferences> {
    const { manager } = this.db;
    const account = await manager.findOneBy(Account, { id });
    return preferencesOf(account, await settingOf(manager, id));
  }

  /** @throws FORBIDDEN for a token without an account; BAD_USER_INPUT with the field */
  async update(viewer: Viewer, wishes: Wishes): Promise<NotificationPreferences> {
    if (!canUpdatePreferences(viewer, viewer.id)) throw forbidden();
    return this.updateOwn(viewer.id, wishes);
  }

  /** By whoever is signed in to it. Throws as above. */
  async updateOwn(account: string, wishes: Wishes): Promise<NotificationPreferences> {
    const changed = await this.transactions.write((tx) => change(tx, account, wishes));
    if (!changed) throw forbidden("This token belongs to no account: sign in first");
    return changed;
  }

  /** By a link out of a mail: it may be pressed twice, or long after the account is gone. */
  async stop({ account, kinds }: Stop): Promise<void> {
    const never = kinds.map((kind) => ({ kind, frequency: NotificationFrequency.NEVER }));
    await this.transactions.write((tx) => change(tx, account, { kinds: never }));
  }
}

/** Null where there is no such account. */
async function change(
  tx: Transaction,
  accountId: string,
  { language, timeZone, quietHours, kinds }: Wishes,
): Promise<NotificationPreferences | null> {
  // One after the other: of two changes at once, none is lost.
  const account = await tx.lock(Account, accountId);
  if (!account) return null;
  const spoken = language ? mailLanguage(language) : null;
  if (timeZone && !(await isKnownZone(tx.manager, timeZone))) {
    throw invalid("timeZone", `There is no time zone ${timeZone}`);
  }
  const setting = await settingOf(tx.manager, accountId);
  if (spoken) {
    const chosen = { language: spoken, isLanguageChosen: true };
    Object.assign(account, chosen);
    await tx.manager.update(Account, accountId, chosen);
  }
  if (timeZone) Object.assign(setting, { timeZone, isTimeZoneHeard: false });
  if (quietHours !== undefined) Object.assign(setting, quietOf(quietHours));
  const wished = kinds.map(({ kind, frequency }) => [kind, frequency] as const);
  setting.frequencies = { ...setting.frequencies, ...Object.fromEntries(wished) };
  await tx.manager.save(NotificationSetting, setting);
  await rescheduleWaiting(tx, setting);
  return preferencesOf(account, setting);
}

function mailLanguage(language: string): MailLanguage {
  const found = MAIL_LANGUAGES.find((each) => each === language);
  if (!found) throw invalid("language", `Mails are written in ${MAIL_LANGUAGES.join(", ")}`);
  return found;
}

const preferencesOf = (
  account: Account | null,
  setting: NotificationSetting,
): NotificationPreferences =>
  Object.assign(new NotificationPreferences(), {
    accountId: setting.accountId,
    language: languageFor(account),
    timeZone: zoneOf(setting),
    quietHours: quietHoursOf(setting),
    kinds: Object.values(NotificationKind).map((kind) => ({
      kind,
      frequency: frequencyOf(setting, kind),
    })),
  });
