import { checkStructure } from "./structure.ts";

/** The paths that are refused, each with its reason. */
const refused = (...paths: string[]) =>
  checkStructure(paths).map(({ path, why }) => `${path}: ${why}`);

describe("structure", () => {
  it("accepts a house that is in order", () => {
    const tree = [
      "package.json",
      "docker-compose.yml",
      ".ci/run",
      "docs/change-feeds.md",
      "bench/package.json",
      "gateway/package.json",
      "gateway/src/main.ts",
      "gateway/src/http/body-limit.ts",
      "gateway/stories/differential/people.graphql",
      "gateway/supergraph.graphql",
      "platform/bin/convene.mjs",
      "platform/demo/organisations/united-nations.json",
      "platform/src/demo/demo-network.schema.ts",
      "shared/package.json",
      "shared/src/errors.ts",
      "shared/src/viewer.test.ts",
      "shared/src/database/migrations/1700000000000-foundation.ts",
      "shared/src/table/cell-date.ts",
      "services/meetings/migrations/1700000000000-meetings.ts",
      "services/meetings/package.json",
      "services/meetings/reference/presets.json",
      "services/meetings/schema.graphql",
      "services/discovery/src/network-analysis/network-analysis.worker.mjs",
      "services/meetings/src/definition.ts",
      "services/meetings/src/meeting-series/meeting-series.entity.ts",
      "services/meetings/src/meeting-series/meeting-series.policy.test.ts",
      "services/meetings/src/meeting-series/meeting-series.test.ts",
      "services/meetings/src/wall-clock/wall-clock.value.ts",
      "services/meetings/test/factories.ts",
    ];
    expect(refused(...tree)).toEqual([]);
  });

  it("refuses what is no room, and files of nobody at the top", () => {
    expect(refused("libraries/src/text.ts", "notes.txt", "services/readme.md")).toEqual([
      "libraries/src/text.ts: libraries/ is not a room",
      "notes.txt: not a file of the top level",
      "services/readme.md: services/ holds folders only, one for each service",
    ]);
  });

  it("takes no room's name from what every object has", () => {
    expect(refused("constructor/package.json", "shared/src/toString")).toHaveLength(2);
    expect(refused("services/meetings/src/meeting/meeting.constructor.ts")).toHaveLength(1);
    expect(refused("services/meetings/src/meeting/meeting.service.mjs")).toHaveLength(1);
  });

  it.each([
    ["gateway/scratch.ts", "this room holds only package.json"],
    ["gateway/lib/text.ts", "this room holds only src, stories, test"],
    ["services/meetings/notes.md", "this room holds only package.json, schema.graphql"],
    ["services/meetings/lib/text.ts", "this room holds only migrations, reference, src, test"],
  ])("refuses %s, which the room's list does not name", (path, why) => {
    expect(refused(path)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    "shared/src/utils.ts",
    "shared/src/table/text-utils.ts",
    "gateway/src/helpers/text.ts",
    "gateway/src/connection-manager.ts",
    "docs/misc/ideas.md",
    "services/meetings/src/common/common.service.ts",
  ])("refuses %s, whose name says nothing of what is inside", (path) => {
    expect(refused(path)).toEqual([expect.stringContaining("says nothing")]);
  });

  it.each(["gateway/src/http/index.ts", "services/meetings/src/meeting/index.ts"])(
    "refuses the barrel %s",
    (path) => {
      expect(refused(path)).toEqual([expect.stringContaining("no barrels")]);
    },
  );

  it("refuses a part of shared that is not in its list", () => {
    const why = "not in the list of what shared/ holds (structure-rules.ts): a decision";
    expect(refused("shared/src/geometry.ts", "shared/src/geometry/point.ts")).toEqual([
      `shared/src/geometry.ts: ${why}`,
      `shared/src/geometry/point.ts: ${why}`,
    ]);
  });

  it("refuses a file that stands beside a service's roots", () => {
    expect(refused("services/meetings/src/today.ts")).toEqual([
      expect.stringContaining("put it into its feature's folder"),
    ]);
  });

  it("refuses a folder within a feature", () => {
    expect(refused("services/meetings/src/meeting/agenda/agenda.entity.ts")).toEqual([
      expect.stringContaining("a feature folder holds files only"),
    ]);
  });

  it("refuses features in the plural, but not nouns that only look so", () => {
    const feature = (noun: string) => refused(`services/s/src/${noun}/x.entity.ts`);
    for (const plural of ["meetings", "agenda-items"]) {
      expect(feature(plural)).toEqual([expect.stringContaining("is a plural")]);
    }
    for (const singular of ["meeting-series", "address", "status", "basis", "campus"]) {
      expect(feature(singular)).toEqual([]);
    }
  });

  it.each([
    ["services/s/src/meeting/meeting.ts", "has no role: want noun.role.ts"],
    ["services/s/src/meeting/meeting.controller.ts", '"controller" is not a role'],
    ["services/s/src/meeting/Meeting.entity.ts", "not noun.role.ts in kebab-case"],
    ["services/s/src/meeting/meeting.entity.service.ts", "not noun.role.ts in kebab-case"],
    ["services/s/src/meeting/meeting.json", "not noun.role.ts in kebab-case"],
    ["services/s/src/Meeting/meeting.entity.ts", "Meeting/ is not kebab-case"],
    ["services/Meetings/src/main.ts", "Meetings is not kebab-case"],
    ["services/s/migrations/meetings.ts", "a migration is TIMESTAMP-what-it-does.ts"],
    ["gateway/src/bodyLimit.ts", "not kebab-case"],
    ["gateway/src/bodyLimit/limit.ts", "bodyLimit/ is not kebab-case"],
    ["gateway/src/limit.controller.ts", '"controller" is not a role'],
    ["shared/src/table/cellDate.ts", "not kebab-case"],
  ])("refuses %s: %s", (path, why) => {
    expect(refused(path)).toEqual([expect.stringContaining(why)]);
  });
});
