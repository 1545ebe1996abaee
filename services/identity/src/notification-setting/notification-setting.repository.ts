import { type EntityManager, In } from "typeorm";
import { NotificationSetting } from "./notification-setting.entity.ts";

const UNKNOWN_ZONE = "UTC";

/** As it is for whoever never chose anything. */
const usual = (accountId: string): NotificationSetting =>
  Object.assign(new NotificationSetting(), {
    ...{ accountId, timeZone: null, frequencies: {} },
    ...{ quietFrom: "21:00", quietUntil: "07:00" },
  });

/** By whose clock something is told. */
export const zoneOf = ({ timeZone }: Pick<NotificationSetting, "timeZone">): string =>
  timeZone ?? UNKNOWN_ZONE;

export const settingOf = async (
  manager: EntityManager,
  accountId: string,
): Promise<NotificationSetting> =>
  (await manager.findOneBy(NotificationSetting, { accountId })) ?? usual(accountId);

/** Of each of the accounts, in their order. */
export async function settingsOf(
  manager: EntityManager,
  accounts: readonly string[],
): Promise<readonly NotificationSetting[]> {
  const chosen = await manager.findBy(NotificationSetting, { accountId: In([...accounts]) });
  const byAccount = new Map(chosen.map((setting) => [setting.accountId, setting]));
  return accounts.map((accountId) => byAccount.get(accountId) ?? usual(accountId));
}
