import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { type Markup, markup } from "@convene/shared/page/page-markup";
import { PollChoice } from "../poll-answer/poll-choice.enum.ts";
import type { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { pollWords } from "./poll.words.ts";
import type { LinkedPoll } from "./poll-page.service.ts";

const CHOICES = [PollChoice.YES, PollChoice.IF_NEED_BE, PollChoice.NO] as const;

const ZONES = Intl.supportedValuesOf("timeZone");

/** The times with what was chosen, and in which zone they are shown: one form, nothing is lost. */
export function formOf(
  language: MailLanguage,
  linked: LinkedPoll,
  chosen: ReadonlyMap<string, PollChoice>,
): Markup {
  const { poll, slots, isOpen, timeZone } = linked;
  const words = pollWords[language];
  const clock = clockOf(language, linked);
  const fields = slots.map((slot) => fieldOf({ language, clock, slot, isOpen }, chosen));
  const until = words.until(clock.format(poll.deadline));
  return markup`<p>${words.lasts(poll.durationMinutes)} ${words.zone(timeZone)}</p>
${isOpen ? markup`<p class="soft">${until}</p>` : ""}
<form method="post">
${fields}
${isOpen ? markup`<button>${words.send}</button>` : ""}
<div class="zone">
<label for="zone">${words.zoneLabel}</label>
<select id="zone" name="zone">${optionsOf(timeZone)}</select>
<button class="quiet" name="show" value="zone">${words.showTimes}</button>
</div>
</form>`;
}

export const clockOf = (
  language: MailLanguage,
  { timeZone }: Pick<LinkedPoll, "timeZone">,
): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(pollWords[language].dates, { ...SHOWN, timeZone });

const SHOWN = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
} as const;

interface SlotField {
  readonly language: MailLanguage;
  readonly clock: Intl.DateTimeFormat;
  readonly slot: PollSlot;
  readonly isOpen: boolean;
}

function fieldOf(
  { language, clock, slot, isOpen }: SlotField,
  chosen: ReadonlyMap<string, PollChoice>,
): Markup {
  const words = pollWords[language];
  const options = CHOICES.map(
    (each) =>
      markup`<label class="choice"><input type="radio" name="${slot.id}" value="${each}"${
        each === chosen.get(slot.id) ? markup` checked` : ""
      }${isOpen ? "" : markup` disabled`}> ${words[each]}</label>`,
  );
  return markup`<fieldset class="slot">
<legend>${clock.formatRange(slot.startsAt, slot.endsAt)}</legend>
<div class="choices">${options}</div>
</fieldset>`;
}

const optionsOf = (chosen: string): Markup[] =>
  (ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES]).map(
    (zone) => markup`<option${zone === chosen ? markup` selected` : ""}>${zone}</option>`,
  );
