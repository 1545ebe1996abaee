import ICAL from "ical.js";
import type { Letter } from "./invitations.ts";
import { shownCalendar } from "./shown-calendar.ts";

interface Version {
  readonly sequence: number;
  readonly stamp: string;
}

const valueOf = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? "");

const keyOf = (event: ICAL.Component): string => valueOf(event, "recurrence-id");

const versionOf = (event: ICAL.Component): Version => ({
  sequence: Number(valueOf(event, "sequence")),
  stamp: valueOf(event, "dtstamp"),
});

/** RFC 5546, 2.1.5: the higher SEQUENCE counts, and of one the later DTSTAMP. */
const isOlder = (one: Version, other: Version): boolean =>
  one.sequence < other.sequence || (one.sequence === other.sequence && one.stamp < other.stamp);

/**
 * A calendar that takes in messages about one series, in whichever order they come. What is told of one
 * meeting is held against what it knows of that one, else against what it knows of the series; the
 * series as a whole takes the place of all that is older and that it does not name.
 */
export class CalendarConsumer {
  /** By RECURRENCE-ID; the series by the empty text. */
  private readonly events = new Map<string, ICAL.Component>();
  private readonly zones = new Map<string, ICAL.Component>();

  receive({ calendar }: Letter): void {
    const message = new ICAL.Component(ICAL.parse(calendar?.text ?? "") as unknown[]);
    for (const zone of message.getAllSubcomponents("vtimezone")) {
      const id = valueOf(zone, "tzid");
      if (!this.zones.has(id)) this.zones.set(id, zone);
    }
    const told = new Map(message.getAllSubcomponents("vevent").map((it) => [keyOf(it), it]));
    const isWhole = this.takeWhole(told);
    for (const [key, event] of told) {
      const known = this.events.get(key) ?? (isWhole ? undefined : this.events.get(""));
      const isNews = !known || !isOlder(versionOf(event), versionOf(known));
      if (key !== "" && isNews) this.events.set(key, event);
    }
  }

  /** What it shows of all that takes place. */
  shown(): readonly string[] {
    const calendar = new ICAL.Component("vcalendar");
    const events = [...this.events].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const part of [...this.zones.values(), ...events.map(([, event]) => event)]) {
      calendar.addSubcomponent(new ICAL.Component(part.toJSON()));
    }
    return shownCalendar(calendar.toString())
      .filter(({ status }) => status === "CONFIRMED")
      .map(({ start, title }) => `${start} ${title}`)
      .sort();
  }

  private takeWhole(told: ReadonlyMap<string, ICAL.Component>): boolean {
    const [whole, known] = [told.get(""), this.events.get("")];
    if (!whole || (known && isOlder(versionOf(whole), versionOf(known)))) return false;
    for (const [key, event] of this.events) {
      if (!told.has(key) && isOlder(versionOf(event), versionOf(whole))) this.events.delete(key);
    }
    this.events.set("", whole);
    return true;
  }
}
