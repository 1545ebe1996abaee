import type { JobKind } from "@convene/shared/job/job-kind";
import { sendLetter } from "@convene/shared/mail/mail-job";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { BounceService } from "../bounce/bounce.service.ts";
import { InvitationStopService } from "../invitation/invitation-stop.service.ts";
import { NotificationFrequency } from "../notification-setting/notification-kind.enum.ts";
import { USUALLY_QUIET } from "../notification-setting/notification-setting.repository.ts";
import { dueEach } from "../notification/notification-due.repository.ts";
import { letterAbout } from "../notification/notification-letter.value.ts";
import { aboutOf } from "../notification/notification-order.service.ts";
import { PersonMail } from "../person-mail/person-mail.entity.ts";
import { PersonNews } from "../person-mail/person-news.entity.ts";
import { type PersonNewsDue, personNewsDue } from "./person-news-due.job.ts";

/**
 * One mail of one thing, under its id: an attempt after one that was cut off sends the same mail. At
 * night, where it is known when that is, it waits for the morning, by a job of its own.
 */
export const sendPersonNews: JobKind<PersonNewsDue> = {
  ...personNewsDue,
  retries: 15,
  retryDelay: 5,
  atOnce: 4,
  timeout: 120,
  run: async (parts, { news: id }) => {
    const { manager } = parts.db;
    const news = await manager.findOneBy(PersonNews, { id });
    const mailed = news && (await manager.findOneBy(PersonMail, { id: news.personId }));
    if (!news) return;
    if (mailed && (await isPutOff(parts, news, mailed))) return;
    if (mailed) await mailTo(parts, news, mailed);
    await forget(parts, id);
  },
  giveUp: (parts, { news }) => forget(parts, news),
};

const forget = ({ db }: ServiceParts, id: string) => db.manager.delete(PersonNews, { id });

async function isPutOff(
  { db, transactions }: ServiceParts,
  { id, item }: PersonNews,
  { timeZone }: PersonMail,
): Promise<boolean> {
  const rhythm = {
    frequency: NotificationFrequency.AT_ONCE,
    setting: { timeZone, ...USUALLY_QUIET },
    about: aboutOf(item),
  };
  const [due] = await dueEach(db.manager, [rhythm], new Date());
  if (!due?.isPutOff) return false;
  const options = { key: `${id}:${due.at.toISOString()}`, startAfter: due.at };
  await transactions.write((tx) => tx.enqueue(personNewsDue, { news: id }, options));
  return true;
}

/** Not to an address from which mail comes back, nor to one whose owner wants none. */
async function mailTo(
  parts: ServiceParts,
  { id, item }: PersonNews,
  { id: person, address, name, language, timeZone }: PersonMail,
): Promise<void> {
  const { mail, site } = parts;
  const stops = new InvitationStopService(parts);
  const bounces = new BounceService(parts);
  if (!(await stops.isWanted(address)) || (await bounces.find(address))) return;
  const to = { address, name, languages: language === null ? [] : [language] };
  await sendLetter(mail, {
    ...letterAbout(site, to, { items: [item], timeZone, home: null }),
    ...{ id, bounce: bounces.tokenFor(address) },
    unsubscribe: stops.linkFor({ id: person, email: address }),
  });
}
