import { Extensions } from "type-graphql";

/** Whose a value is; null where everybody may see it, so that nobody needs to know who did. */
export type Subject = (root: never) => string | null;

/** Under which the schema keeps it of a field, and, once built, the names of all such fields. */
export const PERSONAL = "convenePersonal";

/**
 * Beside a field that holds somebody's personal data: whenever others are answered it, the audit log
 * says so.
 */
export const Personal = (of: Subject) => Extensions({ [PERSONAL]: of });
