import { type EntityManager, In } from "typeorm";
import { NotificationSetting } from "./notification-setting.entity.ts";

const UNKNOWN_ZONE = "UTC";

/** When nobody wants mail who has not said so. */
export const USUALLY_QUIET = { quietFrom: "21:00", quietUntil: "07:00" } as const;

/** As it is for whoever never chose anything. */
const usual = (accountId: string): NotificationSetting =>
  Object.assign(new NotificationSetting(), {
    ...{ accountId, timeZone: null, isTimeZoneHeard: false, frequencies: {} },
    ...USUALLY_QUIET,
  });

/** By whose clock something is told. */
export const zoneOf = ({ timeZone }: Pick<NotificationSetting, "timeZone">): string =>
  timeZone ?? UNKNOWN_ZONE;

/** The database reckons with it: one that only a client knows would stop their mails. */
export async function isKnownZone(manager: EntityManager, timeZone: string): Promise<boolean> {
  const sql = "SELECT 1 FROM pg_timezone_names WHERE name = $1";
  return (await manager.query<unknown[]>(sql, [timeZone])).length > 0;
}

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
