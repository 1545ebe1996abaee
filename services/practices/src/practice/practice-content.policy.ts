import { invalid } from "@convene/shared/errors";
import { dateOrder, distinct, numbersUpTo, requiredText } from "@convene/shared/input";
import { normaliseName } from "@convene/shared/table/name-key";

const OBJECTIVES = 23;
const GOALS = 17;
const LETTERS = "abcdefghij";
const MOST_COUNTRIES = 250;

/** What a viewer wrote of a practice; what is left out says nothing. */
export interface PracticeContentInput {
  readonly title?: string | null;
  readonly summary?: string | null;
  readonly type?: string | null;
  readonly language?: string | null;
  readonly objectives?: readonly number[] | null;
  readonly guidingPrinciples?: readonly string[] | null;
  readonly sdgs?: readonly number[] | null;
  readonly countries?: readonly string[] | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
}

/** The same as it is kept. */
export interface PracticeContent {
  title: string;
  titleKey: string;
  summary: string;
  typeId: string | null;
  language: string | null;
  objectives: number[];
  guidingPrinciples: string[];
  sdgs: number[];
  countries: string[];
  startDate: string | null;
  endDate: string | null;
}

export const EMPTY_CONTENT: PracticeContent = {
  title: "",
  titleKey: "",
  summary: "",
  typeId: null,
  language: null,
  objectives: [],
  guidingPrinciples: [],
  sdgs: [],
  countries: [],
  startDate: null,
  endDate: null,
};

/**
 * What the content is after the input. For a new practice `before` is empty.
 *
 * @throws BAD_USER_INPUT with the field.
 */
export function contentAfter(
  before: PracticeContent,
  input: PracticeContentInput,
): PracticeContent {
  const or = <T>(given: T | undefined, kept: T): T => (given === undefined ? kept : given);
  const title = titleOf(or(input.title, before.title));
  const content = {
    ...title,
    summary: requiredText("summary", or(input.summary, before.summary) ?? "", 5_000),
    typeId: or(input.type, before.typeId),
    language: or(input.language, before.language),
    objectives: objectivesOf(or(input.objectives, before.objectives) ?? []),
    guidingPrinciples: lettersOf(or(input.guidingPrinciples, before.guidingPrinciples) ?? []),
    sdgs: numbersUpTo("sdgs", or(input.sdgs, before.sdgs) ?? [], GOALS),
    countries: countriesOf(or(input.countries, before.countries) ?? []),
    startDate: or(input.startDate, before.startDate),
    endDate: or(input.endDate, before.endDate),
  };
  dateOrder("endDate", content.startDate, content.endDate);
  return content;
}

function titleOf(value: string | null) {
  const title = requiredText("title", value ?? "");
  const titleKey = normaliseName(title);
  if (titleKey === "") throw invalid("title", "title holds no letter and no digit");
  return { title, titleKey };
}

function objectivesOf(values: readonly number[]): number[] {
  const objectives = numbersUpTo("objectives", values, OBJECTIVES);
  if (objectives.length === 0) throw invalid("objectives", "At least one objective is needed");
  return objectives;
}

function lettersOf(values: readonly string[]): string[] {
  const letters = values.map((value) => value.trim().toLowerCase());
  const wrong = letters.find((letter) => letter.length !== 1 || !LETTERS.includes(letter));
  if (wrong !== undefined) {
    throw invalid("guidingPrinciples", `guidingPrinciples are lettered a to j, not "${wrong}"`);
  }
  return distinct("guidingPrinciples", letters).sort();
}

const countriesOf = (values: readonly string[]): string[] =>
  distinct(
    "countries",
    values.map((code) => code.toUpperCase()),
    MOST_COUNTRIES,
  ).sort();
