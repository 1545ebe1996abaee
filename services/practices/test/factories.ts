import type { Harness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";

interface OrganisationFacts {
  name?: string;
  names?: { language: string; name: string }[];
  acronym?: string | null;
  identifiers?: { scheme: string; value: string }[];
  countries?: string[];
  audience?: string;
  networks?: string[];
}

/** Stakeholders tell of an organisation; answers its id. */
export async function tellOrganisation(
  { tell }: Pick<Harness, "tell">,
  { audience = "PUBLIC", networks = [], ...facts }: OrganisationFacts = {},
): Promise<string> {
  const id = newId("org");
  const payload = {
    protection: { audience, organisations: [id], networks },
    name: `Organisation ${id}`,
    names: [],
    acronym: null,
    identifiers: [],
    countries: ["GB"],
    ...facts,
  };
  await tell("stakeholders", { type: "Organisation", id, payload });
  return id;
}

export const editorOf = (organisation: string, id = `acc_${organisation}`): Viewer =>
  buildViewer({ id, organisations: [{ id: organisation, role: "EDITOR" }] });

export const reviewer: Viewer = buildViewer({ id: "acc_reviewer", platform: ["REVIEWER"] });

export const stranger: Viewer = buildViewer({ id: "acc_stranger" });

export const practiceInput = (overrides: Record<string, unknown> = {}) => ({
  title: "Community casework in place of detention",
  summary: "One caseworker and one written plan for each person.",
  objectives: [13],
  ...overrides,
});

/** A draft, entered by an admin, with an implementer of its own unless told; answers its id. */
export async function buildPractice(
  harness: Pick<Harness, "tell" | "execute">,
  overrides: { implementers?: string[] } & Record<string, unknown> = {},
): Promise<string> {
  const implementers = overrides.implementers ?? [await tellOrganisation(harness)];
  const input = practiceInput({ ...overrides, implementers });
  const query = `mutation ($input: CreatePracticeInput!) { createPractice(input: $input) { id } }`;
  const { data, errors } = await harness.execute(query, { viewer: admin, input });
  if (errors) throw new Error(errors[0]?.message);
  return (data as { createPractice: { id: string } }).createPractice.id;
}

const STEPS = ["submitPractice", "startPracticeReview", "publishPractice"] as const;
const STATES = ["SUBMITTED", "UNDER_REVIEW", "PUBLISHED"] as const;

/** Takes a draft as far as this state, as an admin. */
export async function bringTo(
  { execute }: Pick<Harness, "execute">,
  id: string,
  state: (typeof STATES)[number] | "WITHDRAWN",
): Promise<string> {
  const steps: readonly string[] =
    state === "WITHDRAWN" ? ["withdrawPractice"] : STEPS.slice(0, STATES.indexOf(state) + 1);
  for (const step of steps) {
    const { errors } = await execute(
      `mutation ($id: ID!) { ${step}(input: { id: $id }) { state } }`,
      { viewer: admin, id },
    );
    if (errors) throw new Error(errors[0]?.message);
  }
  return id;
}

export const published = async (
  harness: Pick<Harness, "tell" | "execute">,
  overrides: { implementers?: string[] } & Record<string, unknown> = {},
): Promise<string> => bringTo(harness, await buildPractice(harness, overrides), "PUBLISHED");
