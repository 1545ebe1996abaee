const { options } = require("./.dependency-cruiser.cjs");

/** The tree of a service's features, for which the tests are left out. */
module.exports = {
  forbidden: [
    {
      name: "features-form-a-tree",
      comment:
        "A feature folder points to its parents; only the roots of a service see all of them.",
      severity: "error",
      scope: "folder",
      from: { path: "^services/[^/]+/src/[^/]+$" },
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    exclude: { path: "(^|/)(\\.data|coverage|test|stories)/|\\.test\\.ts$" },
  },
};
