import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, type ObjectTypeDefinitionNode, parse, print } from "graphql";
import { nodeKinds, ownedKinds } from "../src/node/node.enum.ts";

const services = join(import.meta.dirname, "../..");

/** The nodes of one committed SDL to which this service adds fields: their owner is among these. */
function ownNodes(service: string): string[] {
  const sdl = readFileSync(join(services, service, "schema.graphql"), "utf8");
  return parse(sdl)
    .definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((type) => type.interfaces?.some(({ name }) => name.value === "Node") && isOwn(type))
    .map(({ name }) => name.value);
}

/** A mere stub says that its key resolves nothing here. */
function isOwn({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  const keys = directives.filter(({ name }) => name.value === "key").map(print);
  return keys.some((key) => !key.includes("resolvable: false"));
}

it("finds every kind of node that any service resolves, and no other", () => {
  const others = readdirSync(services).filter((name) => name !== "discovery");
  const found = new Set(others.flatMap(ownNodes));
  const known = Object.values({ ...nodeKinds, ...ownedKinds }).map((stub) =>
    stub.name.replace(/Stub$/, ""),
  );
  expect([...found].sort()).toEqual(known.sort());
});
