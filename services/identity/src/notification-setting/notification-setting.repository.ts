import { mailLanguageOf } from "@convene/shared/mail/mail-language";
import type { EntityManager } from "typeorm";
import { NotificationSetting } from "./notification-setting.entity.ts";

/** As it is for whoever never said anything. */
const usual = (
  accountId: string,
  language: NotificationSetting["language"] = "en",
): NotificationSetting =>
  Object.assign(new NotificationSetting(), {
    accountId,
    language,
    timeZone: "UTC",
    frequencies: {},
  });

export const settingOf = async (
  manager: EntityManager,
  accountId: string,
): Promise<NotificationSetting> =>
  (await manager.findOneBy(NotificationSetting, { accountId })) ?? usual(accountId);

/** What somebody's browser says that they read, until they choose for themselves. */
export async function noteLanguage(
  manager: EntityManager,
  accountId: string,
  languages: readonly string[],
): Promise<void> {
  if (languages.length === 0) return;
  const setting = usual(accountId, mailLanguageOf(languages));
  const insert = manager.createQueryBuilder().insert().into(NotificationSetting).values(setting);
  await insert.orIgnore().execute();
}
