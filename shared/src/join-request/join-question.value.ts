import { invalid } from "../errors.ts";
import { optionalText, requiredText } from "../input.ts";
import type { KeptAnswer, KeptQuestion } from "./join-question.entity.ts";
import type { JoinQuestionInput } from "./join-question.inputs.ts";

const MOST = 20;

/** @throws BAD_USER_INPUT with the path of what is wrong. */
export function readQuestions(questions: readonly JoinQuestionInput[]): KeptQuestion[] | null {
  if (questions.length > MOST) {
    throw invalid("joinQuestions", `At most ${MOST} questions are asked`);
  }
  const read = questions.map(({ question, isRequired }, at) => ({
    question: requiredText(`joinQuestions.${at}.question`, question),
    isRequired,
  }));
  for (const [at, { question }] of read.entries()) {
    if (read.findIndex((one) => one.question === question) < at) {
      throw invalid(`joinQuestions.${at}.question`, "It is asked twice");
    }
  }
  return read.length > 0 ? read : null;
}

/**
 * The answers, in the order of the questions.
 *
 * @throws BAD_USER_INPUT for an answer to nothing that is asked, and where one is missing.
 */
export function readAnswers(
  questions: readonly KeptQuestion[],
  answers: readonly KeptAnswer[],
): KeptAnswer[] {
  const given = new Map<string, string | null>();
  for (const [at, { question, answer }] of answers.entries()) {
    const field = `answers.${at}`;
    if (given.has(question)) throw invalid(`${field}.question`, "It is answered twice");
    if (!questions.some((one) => one.question === question)) {
      throw invalid(`${field}.question`, "Nobody asks this");
    }
    given.set(question, optionalText(`${field}.answer`, answer, 4_000));
  }
  return questions.flatMap(({ question, isRequired }) => {
    const answer = given.get(question) ?? null;
    if (answer !== null) return [{ question, answer }];
    if (isRequired) throw invalid("answers", `It is asked: ${question}`);
    return [];
  });
}
