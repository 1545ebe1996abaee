/** Under which licences a package may be part of what runs: SPDX names, as packages give them. */
export const ALLOWED: readonly string[] = [
  "(ISC AND CC-BY-3.0)",
  "(MIT AND BSD-3-Clause)",
  "(MIT OR CC0-1.0)",
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
];

/** Other licences, for these packages alone, and why. */
export const ALLOWED_FOR: Readonly<Record<string, readonly string[]>> = {
  /** May be used and changed, but not sold as a service of its own, which nobody does here. */
  "Elastic-2.0": [
    "@apollo/composition",
    "@apollo/federation-internals",
    "@apollo/gateway",
    "@apollo/query-graphs",
    "@apollo/query-planner",
  ],
  /** Holds for its own files, which are used as they are. */
  "MPL-2.0": ["ical.js"],
  /** Fonts, which stand in the documents that are written. */
  "OFL-1.1": ["@fontsource/noto-sans", "@fontsource/noto-sans-arabic", "@fontsource/noto-sans-sc"],
};

/** Said by the file LICENSE alone, and not where packages say it; as read there. */
export const SAID_IN_FILE: Readonly<Record<string, string>> = { "png-js": "MIT" };
