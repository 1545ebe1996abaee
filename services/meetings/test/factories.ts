import { Audience } from "@convene/shared/audience";
import type { Harness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { NetworkRole, Viewer } from "@convene/shared/viewer";

interface Told {
  readonly id?: string;
  readonly audience?: Audience;
  readonly organisations?: readonly string[];
  readonly networks?: readonly string[];
  /** Of a person without an account: whether it is known where they read mail. */
  readonly isMailed?: boolean;
}

interface ToldGroup extends Told {
  readonly network?: string | null;
  /** What each version of its charter asks of meetings, and since when. */
  readonly charters?: readonly object[];
}

interface ToldOrganisation extends Told {
  readonly name?: string;
  readonly category?: string;
  readonly countries?: readonly string[];
}

interface ToldSeat {
  readonly group: string;
  readonly organisation: string;
  readonly delegate?: string | null;
  readonly alternate?: string | null;
  readonly role?: string;
  readonly onBehalfOf?: string;
  readonly endDate?: string;
}

type Input = Readonly<Record<string, unknown>>;
type Answer = Awaited<ReturnType<Harness["execute"]>>;

/** The code of the only error of an answer, and its field or type. */
export function errorOf({ errors, data }: Answer) {
  expect(errors).toHaveLength(1);
  expect(Object.values(data ?? {})).toEqual([null]);
  const { code, field, type } = errors?.[0]?.extensions ?? {};
  return { code, ...(field !== undefined && { field }), ...(type !== undefined && { type }) };
}

export const coLeadOf = (group: string): Viewer =>
  buildViewer({ id: "acc_lead", groups: [{ id: group, role: "CO_LEAD" }] });

export const seatedIn = (group: string): Viewer =>
  buildViewer({ id: "acc_seat", groups: [{ id: group, role: "MEMBER" }] });

export const inNetwork = (network: string, role: NetworkRole = "MEMBER"): Viewer =>
  buildViewer({ id: "acc_net", networks: [{ id: network, role }] });

/** An instant so many hours from now. */
const hoursFromNow = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);

/** What a clock in UTC shows then. */
export const localFromNow = (hours: number): string =>
  hoursFromNow(hours).toISOString().slice(0, 19);

/** What a test needs, with the parents that it lacks: others' by their feeds, own by mutations. */
export function createFactories({ execute, tell }: Harness) {
  const protectionOf = ({ audience, organisations, networks }: Told) => ({
    audience: audience ?? Audience.PUBLIC,
    organisations: organisations ?? [],
    networks: networks ?? [],
  });

  async function make(mutation: string, input: Input): Promise<string> {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const { data, errors } = await execute(
      `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`,
      { viewer: admin, input },
    );
    if (errors?.[0]) throw errors[0];
    return (data as { made: { id: string } }).made.id;
  }

  async function buildOrganisation(told: ToldOrganisation = {}): Promise<string> {
    const { id = newId("org") } = told;
    const payload = {
      protection: protectionOf({ organisations: [id], ...told }),
      name: told.name ?? "Organisation",
      category: told.category ?? null,
      countries: told.countries ?? [],
    };
    await tell("stakeholders", { type: "Organisation", id, payload });
    return id;
  }

  async function buildPerson(told: Told = {}): Promise<string> {
    const { id = newId("per") } = told;
    const payload = { protection: protectionOf(told), isMailed: told.isMailed ?? false };
    await tell("stakeholders", { type: "Person", id, payload });
    return id;
  }

  async function buildNetwork(told: Told = {}): Promise<string> {
    const { id = newId("net") } = told;
    const payload = { protection: protectionOf({ networks: [id], ...told }) };
    await tell("stakeholders", { type: "Network", id, payload });
    return id;
  }

  async function buildGroup({
    network = null,
    charters = [],
    ...told
  }: ToldGroup = {}): Promise<string> {
    const { id = newId("grp") } = told;
    const networks = network === null ? [] : [network];
    const payload = { protection: protectionOf({ networks, ...told }), network, charters };
    await tell("working-groups", { type: "WorkingGroup", id, payload });
    return id;
  }

  async function buildSeat(told: ToldSeat): Promise<string> {
    const id = newId("sea");
    const nobody = { delegate: null, alternate: null };
    const held = { role: "MEMBER", onBehalfOf: null, startDate: "2020-01-01", endDate: null };
    await tell("working-groups", { type: "Seat", id, payload: { ...nobody, ...held, ...told } });
    return id;
  }

  async function buildPractice(told: Told = {}): Promise<string> {
    const { id = newId("prc") } = told;
    const payload = { protection: protectionOf(told) };
    await tell("practices", { type: "Practice", id, payload });
    return id;
  }

  async function buildInputCall(
    group: string,
    { id = newId("icl"), addressees = "MEMBERS", title = "Housing" } = {},
  ): Promise<string> {
    await tell("working-groups", { type: "InputCall", id, payload: { group, addressees, title } });
    return id;
  }

  const convenerOf = async ({ group, network }: Input) =>
    network === undefined ? { group: group ?? (await buildGroup()) } : { network };

  return {
    buildOrganisation,
    buildPerson,
    buildNetwork,
    buildGroup,
    buildSeat,
    buildPractice,
    buildInputCall,
    buildMeeting: async (input: Input = {}) =>
      make("createMeeting", {
        title: "Coordination",
        localStart: "2027-01-14T14:00:00",
        timeZone: "Europe/London",
        durationMinutes: 90,
        audience: Audience.PUBLIC,
        ...(await convenerOf(input)),
        ...input,
      }),
    buildSeries: async (input: Input = {}) =>
      make("createMeetingSeries", { ...QUARTERLY, ...(await convenerOf(input)), ...input }),
    buildAgendaItem: async (meeting: string, input: Input = {}) =>
      make("addAgendaItem", { meeting, title: "Welcome", durationMinutes: 10, ...input }),
  };
}

/** A quarter's rhythm in London, without its convener. */
export const QUARTERLY = {
  title: "Quarterly meeting",
  localStart: "2027-01-14T14:00:00",
  timeZone: "Europe/London",
  durationMinutes: 90,
  preset: "QUARTERLY",
  byWeekday: true,
  count: 4,
  audience: Audience.PUBLIC,
} as const;
