import { readDemoNetwork } from "../src/demo/demo-network.ts";

const today = "2026-11-23";
const demo = readDemoNetwork(new Date(today));
const people = new Map(demo.people.map((each) => [each.key, each]));
const groups = new Map(demo.groups.map((each) => [each.key, each]));
const organisations = new Map(demo.organisations.map((each) => [each.key, each]));

const holdsRole = (person: string, organisation: string, on: string): boolean =>
  people
    .get(person)
    ?.roles.filter((role) => role.organisation === organisation)
    .some(({ start, end }) => start <= on && (end === null || end > on)) === true;

const meetings = [
  ...demo.series.flatMap(({ occurrences, ...series }) =>
    occurrences.map((each) => ({ ...series, ...each })),
  ),
  ...demo.groupMeetings,
].map((meeting) => ({ ...meeting, seats: groups.get(meeting.group)?.seats ?? [] }));

describe("the seats", () => {
  it("give every group its co-leads, and an organisation one seat in a group", () => {
    for (const { seats, state, kind } of demo.groups) {
      const coLeads = seats.filter(({ role }) => role === "CO_LEAD");
      expect(coLeads).toHaveLength(state === "PROPOSED" ? 1 : 2);
      expect(new Set(seats.map(({ organisation }) => organisation)).size).toBe(seats.length);
      expect(seats.length).toBeGreaterThanOrEqual(kind === "PLENARY" ? 20 : 6);
    }
  });

  it("have delegates of the organisation, or say on whose behalf it sits", () => {
    for (const seat of demo.groups.flatMap(({ seats }) => seats)) {
      const { organisation, delegate, alternate, onBehalfOf } = seat;
      const strangers = [delegate, alternate].filter(
        (person) => person !== null && !holdsRole(person, organisation, today),
      );
      if (strangers.length > 0) expect(onBehalfOf).not.toBeNull();
      if (delegate !== null) expect(delegate).not.toBe(alternate);
    }
  });

  it("are held in a group of the network by members of it, or by partners abroad as guests", () => {
    for (const { network, seats } of demo.groups) {
      const members = demo.networks
        .filter(({ key }) => key === network)
        .flatMap((each) => each.members.map(({ organisation }) => organisation));
      for (const { organisation } of seats.filter((seat) => !members.includes(seat.organisation))) {
        expect(organisations.get(organisation)?.countries).not.toContain("GB");
      }
    }
  });
});

describe("an agenda", () => {
  it("fits into the meeting", () => {
    for (const { agenda, durationMinutes } of meetings) {
      const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
      expect(minutes).toBeLessThanOrEqual(durationMinutes);
      expect(minutes).toBeGreaterThan(durationMinutes * 0.7);
    }
  });

  it("of a thematic group is presented by its seats, on objectives of the group or their own", () => {
    for (const { group, seats, agenda } of meetings.filter(({ group: key }) => key !== "plenary")) {
      for (const { presenter, objective } of agenda) {
        expect(seats.map(({ organisation }) => organisation)).toContain(presenter);
        if (objective === null) continue;
        const own = organisations.get(presenter ?? "")?.objectives ?? [];
        expect([...(groups.get(group)?.objectives ?? []), ...own]).toContain(objective);
      }
    }
  });

  it("says of each item what it asks, and links it to an objective or to a practice, not to both", () => {
    const items = meetings.flatMap(({ agenda }) => agenda);
    expect(new Set(items.map(({ purpose }) => purpose)).size).toBe(3);
    for (const { objective, practice } of items) {
      expect(objective === null || practice === null).toBe(true);
    }
  });

  it("links published practices only, and several of the presenter's own", () => {
    const linked = meetings.flatMap(({ agenda }) => agenda).filter(({ practice }) => practice);
    const own = linked.filter(({ practice, presenter }) => {
      const found = demo.practices.find(({ key }) => key === practice);
      expect(found?.state).toBe("PUBLISHED");
      return presenter !== null && found?.implementers.includes(presenter);
    });
    expect(own.length).toBeGreaterThan(10);
  });
});

describe("attendance", () => {
  const settled = ["ATTENDED", "APOLOGIES", "INVITED"];
  const awaited = ["ACCEPTED", "DECLINED", "INVITED"];

  it("says who came to a past meeting, and who will come to the next", () => {
    for (const { date, attendance } of meetings) {
      for (const { status } of attendance)
        expect(date < today ? settled : awaited).toContain(status);
      if (date < today) expect(attendance.length).toBeGreaterThan(4);
    }
    const [next] = meetings.filter(({ date, group }) => date >= today && group === "plenary");
    expect(next?.attendance.filter(({ status }) => status === "ACCEPTED").length).toBeGreaterThan(
      4,
    );
  });

  it("counts each seat once, by a person who may speak for it", () => {
    for (const { attendance, seats, date } of meetings) {
      const rows = attendance.map(({ organisation }) => organisation);
      expect(new Set(rows).size).toBe(rows.length);
      for (const { organisation, person, status } of attendance) {
        const seat = seats.find((each) => each.organisation === organisation);
        expect(seat).toBeDefined();
        expect(person !== null).toBe(status === "ATTENDED" || status === "ACCEPTED");
        if (person === null) continue;
        expect(holdsRole(person, organisation, date) || person === seat?.alternate).toBe(true);
      }
    }
  });
});

describe("the calendar", () => {
  it("has four quarterly meetings behind and four ahead, whatever the day", () => {
    const from = Date.parse(today);
    const monthly = Array.from({ length: 24 }, (_, month) => month * 31);
    const aroundTheNext = [79, 80, 81];
    for (const days of [...monthly, ...aroundTheNext]) {
      const now = new Date(from + days * 86_400_000);
      const day = now.toISOString().slice(0, 10);
      const later = readDemoNetwork(now);
      const dates = later.series.flatMap(({ occurrences }) => occurrences.map(({ date }) => date));
      expect(dates.filter((date) => date < day)).toHaveLength(4);
      expect(dates.filter((date) => date >= day)).toHaveLength(4);
      for (const { date, attendance } of later.groupMeetings) {
        const came = attendance.some(({ status }) => status === "ATTENDED");
        expect(came).toBe(date < day);
      }
    }
  });

  it("keeps two in the afternoon in London, summer and winter", () => {
    const occurrences = demo.series.flatMap((series) => series.occurrences);
    const inLondon = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London",
      timeStyle: "short",
    });
    for (const { startsAt } of occurrences) {
      expect(inLondon.format(new Date(startsAt))).toBe("14:00");
    }
    const utcHours = new Set(occurrences.map(({ startsAt }) => startsAt.slice(11, 16)));
    expect(utcHours).toEqual(new Set(["13:00", "14:00"]));
  });

  it("never falls on a weekend", () => {
    for (const { date } of meetings) expect([1, 2, 3, 4, 5]).toContain(new Date(date).getUTCDay());
  });
});
