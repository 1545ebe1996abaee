import { Extensions } from "type-graphql";

type Id = string | null;

/**
 * Whose a value is, by what it stands on and what is answered; null where everybody may see it, so
 * that nobody needs to know who did. Where nothing is answered it is not asked.
 */
export type Subject = (root: never, answer: never, context: never) => Id | Promise<Id>;

/** Under which the schema keeps it of a field, and, once built, the names of all such fields. */
export const PERSONAL = "convenePersonal";

/**
 * Beside a field that holds somebody's personal data: whenever others are answered it, the audit log
 * says so.
 */
export const Personal = (of: Subject) => Extensions({ [PERSONAL]: of });

/** Of a field that names somebody: whoever it answers. */
export const whoIsNamed = (_: unknown, { id }: { readonly id: string }): string => id;
