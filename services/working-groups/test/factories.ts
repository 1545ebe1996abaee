import { Audience } from "@convene/shared/audience";
import type { Harness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";

interface ProtectionOverrides {
  readonly id?: string;
  readonly audience?: Audience;
  readonly organisations?: readonly string[];
  readonly networks?: readonly string[];
}

export type Answer = Awaited<ReturnType<Harness["execute"]>>;

/** The code and the field of the only error of an answer. */
export function errorOf({ errors, data }: Answer) {
  expect(errors).toHaveLength(1);
  const [error] = errors ?? [];
  expect(Object.values(data ?? {})).toEqual([null]);
  const { code, field, type } = error?.extensions ?? {};
  return { code, ...(field !== undefined && { field }), ...(type !== undefined && { type }) };
}

/** A day counted from today in UTC. */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What a test needs, made through the service's own doors, with the parents that it lacks. */
export function createFactories({ execute, tell }: Harness) {
  let codes = 0;

  async function tellOf(type: string, prefix: string, overrides: ProtectionOverrides) {
    const { id = newId(prefix), ...protection } = overrides;
    const own = prefix === "org" ? [id] : [];
    await tell("stakeholders", {
      type,
      id,
      payload: {
        protection: { audience: Audience.PUBLIC, organisations: own, networks: [], ...protection },
      },
    });
    return id;
  }

  async function make(mutation: string, input: object): Promise<string> {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const { data, errors } = await execute(
      `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`,
      { viewer: admin, input },
    );
    if (errors?.[0]) throw errors[0];
    return (data as { made: { id: string } }).made.id;
  }

  const buildOrganisation = (overrides: ProtectionOverrides = {}) =>
    tellOf("Organisation", "org", overrides);

  const buildGroup = (overrides: object = {}) => {
    codes += 1;
    const code = `G-${codes}`;
    return make("createWorkingGroup", { code, name: `Group ${code}`, ...overrides });
  };

  const buildWorkplan = async (overrides: Readonly<Record<string, unknown>> = {}) =>
    make("addWorkplan", {
      group: overrides["group"] ?? (await buildGroup()),
      ...{ title: "Plan", startDate: "2020-01-01", endDate: "2099-12-31", ...overrides },
    });

  return {
    buildWorkplan,
    buildActivity: async (overrides: Readonly<Record<string, unknown>> = {}) =>
      make("addActivity", {
        workplan: overrides["workplan"] ?? (await buildWorkplan()),
        ...{ title: "Activity", startDate: "2027-01-01", dueDate: "2027-02-01", ...overrides },
      }),
    buildMilestone: async (overrides: Readonly<Record<string, unknown>> = {}) =>
      make("addMilestone", {
        group: overrides["group"] ?? (await buildGroup()),
        ...{ title: "Milestone", dueDate: dayFromToday(30), ...overrides },
      }),
    buildOrganisation,
    buildGroup,
    buildPerson: (overrides: ProtectionOverrides = {}) => tellOf("Person", "per", overrides),
    buildNetwork: (overrides: ProtectionOverrides = {}) => tellOf("Network", "net", overrides),
    buildSeat: async (overrides: Readonly<Record<string, unknown>> = {}) =>
      make("addSeat", {
        group: overrides["group"] ?? (await buildGroup()),
        organisation: overrides["organisation"] ?? (await buildOrganisation()),
        ...overrides,
      }),
    changeState: (id: string, state: string) => make("changeWorkingGroupState", { id, state }),
    endSeat: (id: string, endDate = dayFromToday(0)) => make("endSeat", { id, endDate }),
    gone: (type: string, id: string) => tell("stakeholders", { type, id, payload: null }),
  };
}
