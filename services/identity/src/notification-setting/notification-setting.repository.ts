import type { EntityManager } from "typeorm";
import { NotificationSetting } from "./notification-setting.entity.ts";

/** As it is for whoever never chose anything. */
const usual = (accountId: string): NotificationSetting =>
  Object.assign(new NotificationSetting(), { accountId, timeZone: "UTC", frequencies: {} });

export const settingOf = async (
  manager: EntityManager,
  accountId: string,
): Promise<NotificationSetting> =>
  (await manager.findOneBy(NotificationSetting, { accountId })) ?? usual(accountId);
