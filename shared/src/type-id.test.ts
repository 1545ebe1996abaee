import { setTimeout } from "node:timers/promises";
import { newId, prefixOf, sameId } from "./type-id.ts";

it("makes ids that name their kind and are sorted by the time of their making", async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) {
    ids.push(newId("org"));
    await setTimeout(2);
  }
  expect([...ids].sort()).toEqual(ids);
  expect(ids.map(prefixOf)).toEqual(Array(5).fill("org"));
});

it("knows the prefix of the specification's own example", () => {
  expect(prefixOf("prefix_01h455vb4pex5vsknk084sn02q")).toBe("prefix");
  expect(prefixOf("two_words_01h455vb4pex5vsknk084sn02q")).toBe("two_words");
});

it.each([
  "",
  "org",
  "org_",
  "01h455vb4pex5vsknk084sn02q",
  "org_01h455vb4pex5vsknk084sn02",
  "org_81h455vb4pex5vsknk084sn02q",
  "org_01h455vb4pex5vsknk084sn0lu",
  "ORG_01h455vb4pex5vsknk084sn02q",
  "org_01H455VB4PEX5VSKNK084SN02Q",
  "_org_01h455vb4pex5vsknk084sn02q",
  "org_01h455vb4pex5vsknk084sn02q\n",
])("takes %j for no id", (text) => {
  expect(prefixOf(text)).toBeNull();
});

it("makes the same id of the same words, and another one of others", () => {
  const id = sameId("ntc", "one");
  expect(prefixOf(id)).toBe("ntc");
  expect([sameId("ntc", "one"), sameId("ntc", "other")]).toEqual([
    id,
    expect.not.stringMatching(id),
  ]);
});
