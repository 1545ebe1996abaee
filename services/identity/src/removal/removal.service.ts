import { removable, type Removal } from "@convene/shared/removal/removable";
import { Account } from "../account/account.entity.ts";
import { ApiKey } from "../api-key/api-key.entity.ts";
import { Consent } from "../consent/consent.entity.ts";
import { Notification } from "../notification/notification.entity.ts";
import { NotificationSetting } from "../notification-setting/notification-setting.entity.ts";
import { PersonNews } from "../person-mail/person-news.entity.ts";
import { SecurityChange } from "../security-notice/security-change.entity.ts";
import { Session } from "../session/session.entity.ts";

/** Nobody is put here for trying out: an account holds on to its person, and that is all. */
export const removal: Removal = {
  tables: [
    removable({
      entity: PersonNews,
      title: "mails that wait",
      feed: null,
      refersBy: ["personId", "noticeId"],
      derived: [],
    }),
    removable({
      entity: Account,
      title: "accounts",
      feed: "Account",
      refersBy: ["personId"],
      derived: [],
      parts: [
        { entity: Session, owner: "accountId", refersBy: [] },
        { entity: ApiKey, owner: "accountId", refersBy: [] },
        { entity: Consent, owner: "accountId", refersBy: [] },
        { entity: SecurityChange, owner: "accountId", refersBy: [] },
        { entity: NotificationSetting, owner: "accountId", refersBy: [] },
        { entity: Notification, owner: "accountId", refersBy: ["noticeId"] },
      ],
    }),
  ],
  settle: () => Promise.resolve(),
};
