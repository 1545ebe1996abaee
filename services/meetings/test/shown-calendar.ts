import ICAL from "ical.js";

/** What a calendar shows of a series: the rule's times, each as its own event says. */
export function shownCalendar(text: string): { start: string; status: string; title: string }[] {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const [master, ...exceptions] = root.getAllSubcomponents("vevent");
  const event = new ICAL.Event(master, {
    exceptions: exceptions.map((one) => new ICAL.Event(one)),
  });
  const times = event.iterator();
  const following = (): ICAL.Time | undefined => times.next();
  const all: { start: string; status: string; title: string }[] = [];
  for (let next = following(); next; next = following()) {
    const { item, startDate } = event.getOccurrenceDetails(next);
    const valueOf = (name: string) => String(item.component.getFirstPropertyValue(name));
    const start = startDate.toJSDate().toISOString();
    all.push({ start, status: valueOf("status"), title: valueOf("summary") });
  }
  return all.sort((a, b) => a.start.localeCompare(b.start));
}
