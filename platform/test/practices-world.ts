import type { Making, PermissionWorld } from "./permission-world.ts";

/** The way of a practice, each of which stops in the state that is next. */
const STEPS = [
  ["submitPractice", ["SUBMITTED", "UNDER_REVIEW", "PUBLISHED"]],
  ["startPracticeReview", ["UNDER_REVIEW", "PUBLISHED"]],
  ["publishPractice", ["PUBLISHED"]],
  ["withdrawPractice", ["WITHDRAWN"]],
] as const;

/** One in each state, and one to be changed. */
export async function makePractices(
  making: Making,
  tokens: PermissionWorld["tokens"],
): Promise<void> {
  const { id } = making;
  const names = ["DRAFT", "SUBMITTED", "UNDER_REVIEW", "PUBLISHED", "WITHDRAWN", "to edit"];
  const drafts = names.map((name) => {
    const input = {
      title: name,
      summary: "S",
      objectives: [7],
      implementers: [id("organisation")],
    };
    return [`practice-${name}`, { field: "createPractice", input }] as const;
  });
  await making.make(tokens.secretariat, Object.fromEntries(drafts));
  const steps = STEPS.flatMap(([field, practices]) =>
    practices.map((name) => ({ field, input: { id: id(`practice-${name}`) } })),
  );
  await making.make(
    tokens.admin,
    Object.fromEntries(steps.map((step, index) => [`step ${index}`, step] as const)),
  );
}
