import { forAll } from "./demo-graph.ts";
import type { DemoLoad } from "./demo-load.ts";

type Practice = DemoLoad["network"]["practices"][number];

/** The steps of a practice's life that lead to a state. */
const STEPS: Record<Practice["state"], readonly string[]> = {
  DRAFT: [],
  SUBMITTED: ["submitPractice"],
  UNDER_REVIEW: ["submitPractice", "startPracticeReview"],
  PUBLISHED: ["submitPractice", "startPracticeReview", "publishPractice"],
  WITHDRAWN: ["submitPractice", "withdrawPractice"],
};

export async function loadPractices(load: DemoLoad): Promise<void> {
  await forAll(load.network.practices, (practice) => loadPractice(load, practice));
}

async function loadPractice(
  { graph, organisations, practices }: DemoLoad,
  practice: Practice,
): Promise<void> {
  const { key, state, start, end, publishedAt, implementers, partners, ...given } = practice;
  const { id } = await graph.change(["practices", "createPractice"], {
    ...given,
    key,
    startDate: start,
    endDate: end,
    implementers: implementers.map((organisation) => organisations.of(organisation)),
    partners: partners.map((organisation) => organisations.of(organisation)),
  });
  practices.set(key, id);
  for (const step of STEPS[state]) {
    const published = step === "publishPractice" && publishedAt !== null;
    const when = published ? { publishedAt: `${publishedAt}T12:00:00.000Z` } : {};
    await graph.change(["practices", step], { key, id, ...when });
  }
}
