/** Which room may import which. Read top to bottom; everything not forbidden is allowed. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "shared-knows-nobody",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(services|gateway|web|platform|bench)/" },
    },
    {
      name: "services-are-strangers",
      severity: "error",
      from: { path: "^services/([^/]+)/" },
      to: { path: "^(services/(?!$1/)|gateway/|web/|platform/|bench/)" },
    },
    {
      name: "gateway-and-web-see-schemas-not-code",
      severity: "error",
      from: { path: "^(gateway|web)/" },
      to: { path: "^(services|platform|bench)/" },
    },
    {
      name: "web-sees-itself-alone",
      comment: "What it knows of the rest are the GraphQL types that are generated for it.",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^(shared|gateway)/" },
    },
    {
      name: "gateway-mounts-no-web",
      comment: "The web application is files to it, which the platform hands over.",
      severity: "error",
      from: { path: "^gateway/" },
      to: { path: "^web/" },
    },
    {
      name: "resolvers-do-not-touch-the-database",
      severity: "error",
      from: { path: "\\.resolver\\.ts$" },
      to: { path: "node_modules/(typeorm|pg|sql-template-tag)/" },
    },
    {
      name: "services-do-not-know-graphql-or-http",
      severity: "error",
      from: { path: "\\.service\\.ts$" },
      to: {
        path: "node_modules/(type-graphql|graphql|@apollo|fastify|@as-integrations)/|^(node:)?https?$|\\.(resolver|loaders)\\.ts$|^shared/src/(server|subgraph)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "policies-are-pure",
      comment: "Who may do what is decided from the viewer and the record, with no look elsewhere.",
      severity: "error",
      from: { path: "\\.policy\\.ts$" },
      to: {
        path: "node_modules/|\\.(service|resolver|loaders|repository)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "values-know-no-table-and-no-viewer",
      comment: "A value computes; it may use a library for that, but nothing of ours that reads.",
      severity: "error",
      from: { path: "\\.value\\.ts$" },
      to: {
        path: "node_modules/(typeorm|pg|sql-template-tag|dataloader|type-graphql|graphql|@apollo|fastify)/|\\.(service|resolver|loaders|repository|replica)\\.ts$|^shared/src/(viewer|database|server|subgraph)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "entities-know-only-entities",
      severity: "error",
      from: { path: "\\.entity\\.ts$" },
      to: {
        path: "^(services|shared)/",
        pathNot:
          "\\.(entity|enum|stub)\\.ts$|^shared/src/(scalars|node|audience|protection|audit/personal)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "tests-are-leaves",
      severity: "error",
      from: { pathNot: "(\\.test\\.ts$|/test/|/stories/|^shared/src/testing/)" },
      to: { path: "(\\.test\\.ts$|/test/|/stories/|^shared/src/testing/)" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)\\.data/|^coverage/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
