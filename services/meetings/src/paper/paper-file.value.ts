/** Where the files of papers lie in the storage. */
export const PAPER_FILES = "papers";

/** Of the bytes of a version. */
export const fileKey = (version: string): string => `${PAPER_FILES}/${version}`;

/** The version whose bytes they are. */
export const versionOfKey = (key: string): string => key.slice(PAPER_FILES.length + 1);
