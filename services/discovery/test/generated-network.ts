import { Audience, type Protected } from "@convene/shared/audience";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { today } from "../src/asking/asking.value.ts";

interface Item {
  readonly id: string;
}
interface Protectable extends Item {
  readonly protection: Protected;
}
interface Dated extends Item {
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface Organisation extends Protectable {
  readonly name: string;
  readonly category: string | null;
  readonly countries: string[];
  readonly areas: { country: string; code: string | null; name: string }[];
  readonly objectives: number[];
  readonly sectors: string[];
  readonly languages: string[];
  readonly needs: string[];
  readonly offers: string[];
  readonly isOpenToPartners: boolean;
  readonly lastConfirmedOn: string | null;
  readonly createdAt: string;
}
export interface Named extends Protectable {
  readonly name: string;
}
export interface NamedNetwork extends Named {
  readonly countries: string[];
}
export interface Group extends Named {
  readonly objectives: number[];
  readonly state: string;
  readonly network: string | null;
  readonly needs: object[];
  readonly createdAt: string | null;
  readonly concludedAt: string | null;
}
export interface Practice extends Protectable {
  readonly title: string;
  readonly countries: string[];
  readonly objectives: number[];
  readonly implementers: string[];
  readonly partners: string[];
  readonly state: string;
  readonly publishedAt: string | null;
  readonly startDate: string | null;
}
export interface Meeting extends Protectable {
  readonly group: string | null;
  readonly network: string | null;
  readonly startsAt: string;
  readonly status: string;
  readonly attended: string[];
}
export interface Relationship extends Protectable, Dated {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
}
export interface Seat extends Dated {
  readonly group: string;
  readonly organisation: string;
  readonly role: string;
}
export interface NetworkMember extends Dated {
  readonly network: string;
  readonly organisation: string | null;
  readonly person: string | null;
  readonly role: string;
}

/** All that the owners tell, as they would tell it. */
export interface Network {
  readonly organisations: readonly Organisation[];
  readonly people: readonly Protectable[];
  readonly networks: readonly NamedNetwork[];
  readonly groups: readonly Group[];
  readonly practices: readonly Practice[];
  readonly meetings: readonly Meeting[];
  readonly agendaItems: readonly (Item & { readonly meeting: string })[];
  readonly relationships: readonly Relationship[];
  readonly seats: readonly Seat[];
  readonly members: readonly NetworkMember[];
}

export const SECTORS = ["housing", "legal-aid", "health"];
export const WANTS = ["interpreters", "a meeting room"];
export const COUNTRIES = ["GB", "KE", "MA"];
export const AREAS = ["GB-SCT", "GB-ENG", "KE Coast"];
export const LANGUAGES = ["ar", "en"];
export const CATEGORIES = ["civil-society", "trade-unions"];
export const OBJECTIVES = [1, 7, 13, 23];
export const TYPES = ["FUNDS", "PARTNER", "MEMBER_OF_UMBRELLA", "MEMBER_OF_UMBRELLA"];
/** Days on which ties begin and end; the edges of today among them. */
export const DAYS = ["2020-01-01", "2022-01-01", today(), "2999-01-01"];
const INSTANTS = ["2021-06-01T00:00:00.000Z", "2025-06-01T23:30:00.000Z"];

/** A TypeID that is the same in every run. */
const idOf = (prefix: string, number: number): string =>
  `${prefix}_${String(number).padStart(26, "0")}`;

const idsOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => idOf(prefix, number));

export const IDS = {
  org: idsOf("org", 8),
  per: idsOf("per", 2),
  net: idsOf("net", 3),
  grp: idsOf("grp", 3),
  prc: idsOf("prc", 4),
  mtg: idsOf("mtg", 4),
};

const some = <T>(values: readonly T[]) =>
  fc.array(fc.constantFrom(...values), { maxLength: values.length });
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const day = fc.option(fc.constantFrom(...DAYS));
/** More often than not a tie holds today. */
const dates = {
  startDate: fc.option(fc.constantFrom(...DAYS), { freq: 1 }),
  endDate: fc.option(fc.constantFrom(...DAYS), { freq: 1 }),
};
const audience = fc.oneof(
  { weight: 2, arbitrary: fc.constant(Audience.PUBLIC) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(Audience)) },
);
const protection: fc.Arbitrary<Protected> = fc.record({
  audience,
  organisations: some(IDS.org.slice(0, 4)),
  networks: some(IDS.net),
});

/** Any part of these ids, each with what `of` makes of it. */
const partOf = <T extends object>(ids: readonly string[], of: fc.Arbitrary<T>) =>
  fc
    .subarray([...ids])
    .chain((kept) => fc.tuple(...kept.map((id) => of.map((rest) => ({ ...rest, id })))));

const upTo = <T extends object>(count: number, prefix: string, of: fc.Arbitrary<T>) =>
  fc
    .array(of, { maxLength: count, size: "max" })
    .map((items) => items.map((item, number) => ({ ...item, id: idOf(prefix, number) })));

const organisation = fc.record({
  protection: fc.record({ audience, networks: some(IDS.net) }),
  category: fc.option(fc.constantFrom(...CATEGORIES)),
  countries: some(COUNTRIES),
  areas: some([
    { country: "GB", code: "GB-SCT", name: "Scotland" },
    { country: "GB", code: "GB-SCT", name: "Alba" },
    { country: "GB", code: "GB-ENG", name: "England" },
    { country: "KE", code: null, name: "Coast" },
  ]),
  objectives: some(OBJECTIVES),
  ...{ sectors: some(SECTORS), languages: some(LANGUAGES) },
  ...{ needs: some(WANTS), offers: some(WANTS) },
  isOpenToPartners: fc.constantFrom(true, true, true, false),
  lastConfirmedOn: day,
  createdAt: fc.constantFrom(...INSTANTS),
});

const organisations = partOf(IDS.org, organisation).map((items) =>
  items.map((item) => ({
    ...item,
    name: `Organisation ${item.id.slice(-1)}`,
    protection: { ...item.protection, organisations: [item.id] },
  })),
);

const named = <T extends object>(prefix: string, ids: readonly string[], more: fc.Arbitrary<T>) =>
  partOf(
    ids,
    fc.tuple(fc.record({ protection }), more).map(([own, rest]) => ({ ...own, ...rest })),
  ).map((items) => items.map((item) => ({ ...item, name: `${prefix} ${item.id.slice(-1)}` })));

/** Whom every generated charter asks for. */
const NEEDS = [
  { label: "Kenya", categories: [], countries: ["KE"], atLeast: 1 },
  { label: "Unions", categories: ["trade-unions"], countries: [], atLeast: 2 },
];

const group = fc.record({
  objectives: some(OBJECTIVES).map(distinct),
  state: fc.constantFrom("ACTIVE", "ACTIVE", "CONCLUDED"),
  network: fc.option(fc.constantFrom(...IDS.net), { freq: 3 }),
  needs: fc.constant(NEEDS),
  createdAt: fc.constantFrom(null, ...INSTANTS),
  concludedAt: fc.constantFrom(null, ...INSTANTS),
});

const practice = fc.record({
  protection,
  countries: some(COUNTRIES).map(distinct),
  title: fc.constantFrom("A house for the first year", "A desk for all"),
  objectives: some(OBJECTIVES),
  implementers: some(IDS.org),
  partners: some(IDS.org),
  state: fc.constantFrom("PUBLISHED", "PUBLISHED", "DRAFT", "WITHDRAWN"),
  publishedAt: fc.constantFrom(null, ...INSTANTS),
  startDate: day,
});

const meeting = fc.record({
  protection,
  group: fc.option(fc.constantFrom(...IDS.grp), { freq: 1 }),
  network: fc.option(fc.constantFrom(...IDS.net), { freq: 3 }),
  startsAt: fc.constantFrom(...INSTANTS, "2999-01-01"),
  status: fc.constantFrom("SCHEDULED", "CANCELLED"),
  attended: some(IDS.org),
});

const relationship = fc.record({
  protection,
  type: fc.constantFrom(...TYPES),
  source: fc.constantFrom(...IDS.org),
  target: fc.constantFrom(...IDS.org),
  status: fc.constantFrom("CONFIRMED", "CONFIRMED", "PROPOSED", "ENDED"),
  ...dates,
});

const seat = fc.record({
  group: fc.constantFrom(...IDS.grp),
  organisation: fc.constantFrom(...IDS.org),
  role: fc.constantFrom("CO_LEAD", "MEMBER"),
  ...dates,
});

const member = fc
  .record({
    network: fc.constantFrom(...IDS.net),
    whose: fc.constantFrom(...IDS.org, ...IDS.per),
    role: fc.constantFrom("HOST", "MEMBER"),
    ...dates,
  })
  .map(({ whose, ...rest }) => ({
    ...rest,
    organisation: whose.startsWith("org") ? whose : null,
    person: whose.startsWith("per") ? whose : null,
  }));

/** Small, dense, and with ties that end in nothing: feeds come in any order. */
export const network: fc.Arbitrary<Network> = fc.record({
  organisations,
  people: partOf(IDS.per, fc.record({ protection })),
  networks: named("Network", IDS.net, fc.record({ countries: some(COUNTRIES).map(distinct) })),
  groups: named("Group", IDS.grp, group),
  practices: partOf(IDS.prc, practice),
  meetings: partOf(IDS.mtg, meeting),
  agendaItems: upTo(3, "agi", fc.record({ meeting: fc.constantFrom(...IDS.mtg) })),
  relationships: upTo(20, "rel", relationship).map((items) =>
    items.filter(({ source, target }) => source !== target),
  ),
  seats: upTo(20, "sea", seat),
  members: upTo(16, "nmb", member),
});

/** Anonymous, an administrator, or somebody with a few roles. */
export const viewer = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(admin) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        organisations: fc.array(
          fc.record({
            id: fc.constantFrom(...IDS.org),
            role: fc.constantFrom("OWNER" as const, "EDITOR" as const, "DELEGATE" as const),
          }),
          { maxLength: 2 },
        ),
        networks: fc.array(
          fc.record({
            id: fc.constantFrom(...IDS.net),
            role: fc.constantFrom("SECRETARIAT" as const, "MEMBER" as const),
          }),
          { maxLength: 2 },
        ),
        groups: fc.array(
          fc.record({
            id: fc.constantFrom(...IDS.grp),
            role: fc.constantFrom("CO_LEAD" as const, "MEMBER" as const, "OBSERVER" as const),
          }),
          { maxLength: 2 },
        ),
      })
      .map(buildViewer),
  },
);

/** Of many runs, so many as fit a minute; a failure is made small for as long. */
export const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 60_000 });
